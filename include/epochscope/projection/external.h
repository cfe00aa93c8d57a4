#pragma once

#include <epochscope/model/option.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/method.h>

#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// A program of the user's. It is run without a shell, with two arguments: the recording's folder
/// and an empty folder, in which it puts `positions.npy` (E, N, 2), and, if it has one, a map as
/// folders of arrays have it (`map/`, or `map_mean.npy` and `map_axes.npy`). A line of its output
/// that is a number tells its progress ("0.25" or "25 %"), others are shown. Its process group is
/// killed on cancel.
struct ExternalOptions {
    /// Its path, or its name in PATH.
    std::string command;
    int threads = 0;
};

MethodText about(const ExternalOptions& options);
std::vector<Option> options_of(ExternalOptions& options);
double memory_needed(const Recording& recording, const ExternalOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const ExternalOptions& options);
/// Throws Error if the program fails, with its last lines, or if what it leaves does not fit the
/// recording; Cancelled when stopped.
Placed placed_by(const ExternalOptions& options, const MethodRun& run);

}  // namespace epochscope
