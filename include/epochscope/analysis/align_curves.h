#pragma once

#include <epochscope/model/training_curves.h>

#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// What determines the epoch of a step.
enum class AlignmentRule : std::uint8_t {
    /// The list of the steps at which epochs were recorded.
    steps_of_epochs,
    /// The run: a column or curve `epoch`, or the epochs of a log.
    recorded_by_run,
    /// Nothing: steps are spread evenly from the first to the last epoch.
    evenly,
};

/// The points of a run on a timeline of epochs.
struct AlignedCurves {
    AlignmentRule rule = AlignmentRule::evenly;
    /// For each series of the run the epoch of each point (2.5: half way from epoch 2 to epoch 3);
    /// NaN if unknown.
    std::vector<std::vector<double>> epochs;
    /// Whether the run counts epochs from 0 and the timeline from 1: then 1 was added.
    bool is_moved = false;
};

/// Aligns the curves of a run with `epochs`: at least one increasing epoch number.
/// `steps_of_epochs` has the increasing steps at which they were recorded, for linear inter- and
/// extrapolation, or is empty. Then the epochs stated by the run count; without them, steps are
/// spread evenly, or, if a table has one row an epoch, rows are epochs. If the run states the whole
/// numbers from 0 to one less than the last of `epochs`, which begin at 1, it is moved by one.
/// O(points).
AlignedCurves align_to_epochs(const CurveRun& run, std::span<const std::int64_t> epochs,
                              std::span<const double> steps_of_epochs);

}  // namespace epochscope
