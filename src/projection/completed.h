#pragma once

#include "projection/placed.h"

#include <epochscope/projection/project.h>

namespace epochscope {

/// The shares of the work at which all samples are placed, and neighbours are begun with.
struct ProjectionShares {
    double placed;
    double heads;
};

ProjectionShares shares_of(const ProjectOptions& options, bool is_quick);

/// What the method of the options makes of it, with the threads of all.
Placed placed_by_method(const ProjectOptions& options, const MethodRun& run);

/// Puts the warnings about the recording before those of the method.
void prepend(std::vector<std::string>& warnings, Placed& placed);

/// Adds heads, neighbours and predictions to the places of all epochs of a recording.
Projection completed(const Recording& recording, Placed placed, const ProjectOptions& options,
                     const ProjectionShares& shares, const Job& job);

}  // namespace epochscope
