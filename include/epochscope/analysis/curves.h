#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope {

/// The share of samples whose prediction is their label, 0..1, at an epoch; nothing where it has no
/// predictions. O(samples). Throws Cancelled soon after `stop` is asked for.
std::optional<double> accuracy_at(const EpochSeries& series, std::size_t epoch,
                                  const std::stop_token& stop = {});

/// How far samples moved on average since the epoch before, in units of the frame; 0 for the first.
/// O(samples). Throws Cancelled soon after `stop` is asked for.
double mean_step_at(const EpochSeries& series, std::size_t epoch, const std::stop_token& stop = {});

/// How many samples are predicted as another class than at the epoch before: 0 at the first;
/// nothing where one of the two has no predictions. O(samples). Throws Cancelled soon after `stop`
/// is asked for.
std::optional<std::size_t> flips_at(const EpochSeries& series, std::size_t epoch,
                                    const std::stop_token& stop = {});

/// accuracy_at of each epoch.
std::vector<std::optional<double>> accuracy_per_epoch(const EpochSeries& series);

/// mean_step_at of each epoch.
std::vector<double> mean_step_per_epoch(const EpochSeries& series);

/// Of each class, the share of samples predicted right at an epoch; nothing for a class without
/// samples or an epoch without predictions.
std::vector<std::optional<double>> accuracy_per_class(const EpochSeries& series, std::size_t epoch);

/// How many samples are labelled with each class.
std::vector<std::size_t> samples_per_class(const EpochSeries& series);

}  // namespace epochscope
