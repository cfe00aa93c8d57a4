#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/training_dynamics.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// The epochs that have predictions and confidence, by index. Throws Error if none has.
std::vector<std::size_t> evaluated_epochs(const EpochSeries& series);

/// The evaluation of `count` samples from `first` on at such an epoch: see dynamics_of. Throws
/// Error if a prediction is out of range or a confidence is outside 0..1.
Evaluation evaluation_of(const EpochSeries& series, std::size_t index, std::size_t first,
                         std::size_t count);

/// Of the samples of an epoch: how many are evaluated, and how many of these are right.
struct RightCount {
    std::size_t evaluated = 0;
    std::size_t right = 0;
};

/// Counts at an epoch that has predictions and confidence. Throws Error as evaluation_of does.
RightCount count_right(const EpochSeries& series, std::size_t index);

}  // namespace epochscope
