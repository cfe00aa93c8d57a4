#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace epochscope {

/// The share of samples whose prediction is their label, 0..1, an epoch; nothing where an epoch has
/// no predictions.
std::vector<std::optional<double>> accuracy_per_epoch(const EpochSeries& series);

/// How far samples moved on average since the epoch before, in units of the frame; 0 for the first.
std::vector<double> mean_step_per_epoch(const EpochSeries& series);

/// Of each class, the share of samples predicted right at an epoch; nothing for a class without
/// samples or an epoch without predictions.
std::vector<std::optional<double>> accuracy_per_class(const EpochSeries& series, std::size_t epoch);

/// How many samples are labelled with each class.
std::vector<std::size_t> samples_per_class(const EpochSeries& series);

}  // namespace epochscope
