#include "io/metadata/row_order.h"

#include <epochscope/io/chosen_metadata.h>

#include <utility>

namespace epochscope {

std::shared_ptr<const Metadata> metadata_of(const std::shared_ptr<const Metadata>& metadata,
                                            std::span<const std::size_t> samples) {
    if (!metadata) return nullptr;
    Metadata some{.columns = {}, .folder = metadata->folder};
    for (const Column& column : metadata->columns)
        some.columns.push_back(in_order(column, samples));
    return std::make_shared<const Metadata>(std::move(some));
}

}  // namespace epochscope
