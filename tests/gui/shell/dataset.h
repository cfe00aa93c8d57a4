#pragma once

#include "support/data.h"

#include <epochscope/model/dataset.h>

#include <QString>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace epochscope::tests {

/// Two samples of one class, at epochs of these numbers.
inline std::shared_ptr<const Dataset> make_dataset(const std::vector<std::int64_t>& numbers) {
    std::vector<EpochColumns> epochs;
    for (const std::int64_t number : numbers) {
        EpochColumns epoch;
        epoch.number = number;
        epoch.positions = {{static_cast<float>(epochs.size()), 0}, {0, 1}};
        epochs.push_back(std::move(epoch));
    }
    return std::make_shared<const Dataset>(Dataset{
        make_series({{"a"}, {}}, {0, 0}, std::move(epochs)), nullptr, "made", "/made", "made", {}});
}

/// Writes a Sequence-Scatter folder: 3 samples of 2 classes at epochs 1..5, with predictions that
/// are right for `epoch - 1` of the first two and always for the third.
inline QString write_folder(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "info.json")
        << R"({"label_text":["cat","dog"],"label_color":[[200,30,30],[30,30,200]],"label_index":[0,1,1]})";
    std::ofstream data(folder / "data.json");
    data << '{';
    for (int epoch = 1; epoch <= 5; ++epoch) {
        data << (epoch > 1 ? "," : "") << '"' << epoch << R"(":{"projection":[[)" << epoch
             << R"(,0],[0,1],[-2,-3]],"prediction":[)" << (epoch >= 2 ? 0 : 1) << ','
             << (epoch >= 3 ? 1 : 0) << R"(,1],"confidence":[0.5,0.75,1]})";
    }
    data << '}';
    return QString::fromStdString(folder.string());
}

}  // namespace epochscope::tests
