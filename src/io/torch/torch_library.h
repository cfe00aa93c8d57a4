#pragma once

#include <epochscope/torch/torch_interface.h>

#include <filesystem>
#include <span>

namespace epochscope {

/// The part of the program that knows libtorch, which is loaded when it is asked for first (half a
/// second) and stays; from one of these folders, or where none are given from the program's own or
/// `../lib/epochscope` beside it. Never from elsewhere. Throws Error where it is not there or
/// cannot be loaded.
const EpochscopeTorch& torch_library(std::span<const std::filesystem::path> folders);

}  // namespace epochscope
