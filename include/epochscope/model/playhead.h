#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>

namespace epochscope {

/// Where a playhead stands between the epochs held. The playhead is a real number in epoch indices:
/// 3.25 is a quarter of the way from the 4th to the 5th epoch.
struct Moment {
    std::size_t from = 0;
    std::size_t to = 0;
    /// 0 at `from`, towards 1 at `to`. On an epoch `from == to` and t is 0.
    float t = 0;

    /// The last epoch reached: predictions, confidence and neighbours are its.
    [[nodiscard]] std::size_t reached() const { return from; }
};

/// The nearest playhead that the series has: 0..E-1, 0 for what is not a number.
double clamp_playhead(double playhead, std::size_t epoch_count);

/// Where `playhead` (clamped) stands.
Moment moment_at(double playhead, std::size_t epoch_count);

/// The epoch number at a playhead, interpolated: 10.5 halfway from epoch 10 to 11.
double epoch_number_at(const EpochSeries& series, double playhead);

/// The playhead at which epoch_number_at gives `number`, clamped; the inverse of epoch_number_at.
double playhead_at_number(const EpochSeries& series, double number);

/// Where a sample is at a moment.
Point position_at(const EpochSeries& series, const Moment& moment, std::size_t sample);

}  // namespace epochscope
