#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope {

/// The accuracy, 0..1, at an epoch; nothing without predictions. Throws Cancelled. O(samples).
std::optional<double> accuracy_at(const EpochSeries& series, std::size_t epoch,
                                  const std::stop_token& stop = {});

/// The mean distance that samples moved since the previous epoch, in units of the plane; 0 for the
/// first epoch. Throws Cancelled. O(samples).
double mean_step_at(const EpochSeries& series, std::size_t epoch, const std::stop_token& stop = {});

/// The number of samples whose prediction differs from that of the previous epoch; 0 for the first
/// epoch, nothing without predictions at both. Throws Cancelled. O(samples).
std::optional<std::size_t> flips_at(const EpochSeries& series, std::size_t epoch,
                                    const std::stop_token& stop = {});

/// accuracy_at for each epoch.
std::vector<std::optional<double>> accuracy_per_epoch(const EpochSeries& series);

/// mean_step_at for each epoch.
std::vector<double> mean_step_per_epoch(const EpochSeries& series);

/// The accuracy, 0..1, of each class at an epoch; nothing for a class without samples, or without
/// predictions.
std::vector<std::optional<double>> accuracy_per_class(const EpochSeries& series, std::size_t epoch);

/// The number of samples with each label.
std::vector<std::size_t> samples_per_class(const EpochSeries& series);

}  // namespace epochscope
