#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// How nonlinear heads (`head.pt`, TorchScript) are loaded. libtorch is loaded with the first of
/// them.
struct HeadLoading {
    /// Whether they are loaded at all.
    bool is_wanted = true;
    /// "cpu", or "cuda" or "cuda:<number>" if libtorch supports it.
    std::string device = "cpu";
    /// The absolute paths of the folders that are searched for `epochscope_torch.so`. Empty: the
    /// folder of the program and `../lib/epochscope` beside it.
    std::vector<std::filesystem::path> folders = {};
};

/// Throws Error if libtorch or the device is not available.
void expect_device(const HeadLoading& loading);

}  // namespace epochscope
