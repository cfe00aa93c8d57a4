#pragma once

#include <epochscope/projection/project.h>

#include <optional>
#include <stop_token>

namespace epochscope {

/// What a projection does, in operations of three kinds.
struct ProjectionWork {
    /// Multiply-adds of searching neighbours.
    double search = 0;
    /// Moves of a sample by t-SNE's forces: of one among 1000, at a perplexity of 30.
    double layout = 0;
    /// Multiply-adds of networks that learn.
    double training = 0;

    ProjectionWork& operator+=(const ProjectionWork& other);
};

/// How many seconds of one processor core an operation takes on this machine.
struct MachineSpeed {
    double search = 0;
    double layout = 0;
    double training = 0;
};

/// Measures it by small work of each kind on one thread, in less than a tenth of a second of
/// processor time, which does not depend on what else the machine does. Throws Cancelled when
/// stopped.
MachineSpeed measured_speed(const std::stop_token& stop = {});

/// About how many seconds `project` takes at that speed; nothing if the method is a program of its
/// own. That is with all threads of the options, if nothing else needs them. Looks at a few hundred
/// rows of the recording at most. How often a network goes through what it learns from depends on
/// the data; it is taken to be as often as usual.
std::optional<double> seconds_needed(const Recording& recording, const ProjectOptions& options,
                                     const MachineSpeed& speed);

}  // namespace epochscope
