#pragma once

#include <epochscope/model/training_curves.h>

#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// What tells where in the training a step lies.
enum class AlignmentRule : std::uint8_t {
    /// A list of the steps at which epochs were recorded.
    steps_of_epochs,
    /// The run itself: a column or curve called `epoch`, or the epochs of a log.
    recorded_by_run,
    /// Nothing: from the first step at the first epoch to the last step at the last epoch.
    evenly,
};

/// Where the points of a run lie along a timeline.
struct AlignedCurves {
    AlignmentRule rule = AlignmentRule::evenly;
    /// For each series of the run a number of epochs for each of its points (2.5: half way from
    /// epoch 2 to epoch 3); no number where that is not known.
    std::vector<std::vector<double>> epochs;
};

/// Places the curves of a run along epochs of these numbers, which rise and of which there is at
/// least one. `steps_of_epochs` is empty, or has the step at which each of them was recorded,
/// rising; steps between two of them lie between, those outside go on as the nearest two do. Where
/// it is empty, the run's own word counts, and where there is none, steps are spread evenly; the
/// rows of a table that has as many as there are epochs are these. O(points).
AlignedCurves align_to_epochs(const CurveRun& run, std::span<const std::int64_t> epochs,
                              std::span<const double> steps_of_epochs);

}  // namespace epochscope
