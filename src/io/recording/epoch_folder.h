#pragma once

#include "io/recording/run_files.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace epochscope {

/// The files in the folder of an epoch, by their usual names (io/npy/usual_arrays.h), in any
/// case of letters. Without embeddings, `embeddings` is empty. Instead of a folder, `folder` may be
/// a file `.npz`, or a table with a row a sample: then its arrays are named as RunArrays opens
/// them. Throws Error if such a file is broken, and FileCutOff.
EpochFiles files_in_epoch(const std::filesystem::path& folder, std::int64_t number);

/// The names in a folder, for a message: "a.npy, b.npy and 3 more", or "nothing".
std::string names_held(const std::filesystem::path& folder);

}  // namespace epochscope
