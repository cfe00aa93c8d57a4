#pragma once

#include "io/recording/run_files.h"

#include <cstdint>
#include <filesystem>
#include <map>

namespace epochscope {

/// The arrays of epochs that lie in one folder, named by what they hold and by their epoch in any
/// order: `features_epoch_3.npy`, `epoch_3_logits.npy`, `embeddings_3.npy`. Throws Error if two
/// files hold the same of one epoch.
std::map<std::int64_t, EpochFiles> flat_epochs_in(const std::filesystem::path& folder);

}  // namespace epochscope
