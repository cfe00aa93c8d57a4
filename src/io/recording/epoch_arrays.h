#pragma once

#include "io/format.h"
#include "io/recording/run_files.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// A recording with a file for each epoch: `dataset/representation/<k>.npy`, and optionally
/// `dataset/prediction/<k>.npy`, as documented by time-travelling-visualizer (manual, formats.md).
extern const Format epoch_arrays_format;

/// The files of each epoch of such a recording that has embeddings, logits or probabilities.
std::map<std::int64_t, EpochFiles> epoch_arrays_of(const std::filesystem::path& run,
                                                   std::vector<std::string>& warnings);

}  // namespace epochscope
