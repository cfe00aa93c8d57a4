#pragma once

#include <epochscope/torch/torch_interface.h>

#include <filesystem>
#include <span>

namespace epochscope {

/// The library of the program that uses libtorch. Loads it on first use (half a second) and keeps
/// it. Searches only these folders, or, if empty, the program's folder and `../lib/epochscope`
/// beside it. Throws Error if it is missing or cannot be loaded.
const EpochscopeTorch& torch_library(std::span<const std::filesystem::path> folders);

}  // namespace epochscope
