#pragma once

#include "gui/datamap/support.h"

#include <epochscope/model/metadata.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// A column of texts.
inline Column texts_of(const std::string& name, const std::vector<std::string>& texts) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& text : texts) {
        bytes += text;
        ends.push_back(bytes.size());
    }
    return Column::of_texts(name, std::move(bytes), std::move(ends));
}

/// The samples of trained() with ids 11, 12, 13 and 2, texts and sizes 10, none, 5 and 7.
inline std::shared_ptr<const Dataset> described() {
    Dataset dataset = *trained();
    auto metadata = std::make_shared<Metadata>();
    metadata->columns = {
        Column::of_whole("id", ColumnType::whole, {11, 12, 13, 2}),
        texts_of("text", {"a red sofa", "the blue sky", "一张红色的沙发", "Sofa, \"again\"\nblue"}),
        Column::of_whole("size", ColumnType::whole, {10, Column::missing, 5, 7})};
    dataset.metadata = std::move(metadata);
    return std::make_shared<const Dataset>(std::move(dataset));
}

}  // namespace epochscope::tests
