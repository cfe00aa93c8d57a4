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
/// `dataset/prediction/<k>.npy`, as documented by time-travelling-visualizer (manual, formats.md),
/// or several `features_epoch_<k>.npy` in one folder (see flat_epochs_in), or one `.npz` or text
/// table an epoch, which may hold labels and outputs as well.
extern const Format epoch_arrays_format;

/// The files of each epoch of such a recording that has embeddings, logits or probabilities. Of
/// files that hold a whole epoch, only those of `chosen` are opened: see OpenOptions::epochs.
std::map<std::int64_t, EpochFiles> epoch_arrays_of(const std::filesystem::path& run,
                                                   const std::string& chosen,
                                                   std::vector<std::string>& warnings);

}  // namespace epochscope
