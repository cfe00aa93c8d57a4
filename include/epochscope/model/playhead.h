#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>

namespace epochscope {

/// The position of a playhead between epochs. A playhead is a real number of epoch indices: 3.25 is
/// a quarter of the way from the 4th to the 5th epoch.
struct Moment {
    std::size_t from = 0;
    std::size_t to = 0;
    /// 0 at `from`, towards 1 at `to`. On an epoch, `from == to` and t is 0.
    float t = 0;

    /// The last epoch reached; its predictions, confidence and neighbours count.
    [[nodiscard]] std::size_t reached() const { return from; }
};

/// The playhead, clamped to 0..E-1; 0 for NaN.
double clamp_playhead(double playhead, std::size_t epoch_count);

/// The moment of a playhead, after clamping.
Moment moment_at(double playhead, std::size_t epoch_count);

/// The epoch number at a playhead, interpolated: 10.5 halfway from epoch 10 to 11.
double epoch_number_at(const EpochSeries& series, double playhead);

/// The inverse of epoch_number_at, clamped.
double playhead_at_number(const EpochSeries& series, double number);

/// The interpolated position of a sample at a moment.
Point position_at(const EpochSeries& series, const Moment& moment, std::size_t sample);

}  // namespace epochscope
