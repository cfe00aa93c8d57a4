#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// How heads that are not linear (`head.pt`, TorchScript) are worked out: by libtorch, which is
/// started when the first of them is read.
struct HeadLoading {
    /// Whether they are; otherwise libtorch is not started.
    bool is_wanted = true;
    /// Where: "cpu", or "cuda" or "cuda:<number>" with a libtorch that was built for it.
    std::string device = "cpu";
    /// The folders, absolute, in which the part of the program is looked for that knows libtorch
    /// (`epochscope_torch.so`); none: the program's own, and `../lib/epochscope` beside it.
    std::vector<std::filesystem::path> folders = {};
};

/// Throws Error where heads cannot be worked out so: there is no libtorch, or not that device.
void expect_device(const HeadLoading& loading);

}  // namespace epochscope
