#pragma once

#include <epochscope/model/classes.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace epochscope {

/// A folder `epoch_<k>`.
struct EpochFolder {
    /// k
    std::int64_t number = 0;
    std::filesystem::path path;
};

/// The folders `epoch_<k>` in a folder, sorted by number.
std::vector<EpochFolder> epoch_folders_in(const std::filesystem::path& folder);

/// The labels of `dataset/labels.npy`; at least one.
std::vector<std::int32_t> read_run_labels(const std::filesystem::path& run);

/// The classes of `dataset/info.json`, or else as many as labels and logits of `logit_classes`
/// columns need, named by their numbers. Throws Error if it names fewer than `logit_classes`.
Classes read_run_classes(const std::filesystem::path& run, std::span<const std::int32_t> labels,
                         std::size_t logit_classes);

}  // namespace epochscope
