#include "app/canvas/level_of_detail.h"

#include <epochscope/render/frame.h>

#include <algorithm>

namespace epochscope::app {
namespace {

/// So few are always drawn in time.
constexpr std::size_t min_drawn = 16384;
/// A frame that is a little late is better than a change of the stride.
constexpr double tolerance = 1.25;

/// The largest stride that makes sense.
std::size_t max_stride(std::size_t samples) {
    std::size_t stride = 1;
    while (stride < PointLayer::max_stride && samples / (2 * stride) >= min_drawn) stride *= 2;
    return stride;
}

}  // namespace

std::size_t LevelOfDetail::stride_for(std::size_t samples) {
    const std::size_t max = max_stride(samples);
    const auto seconds_with = [&](std::size_t stride) {
        const std::size_t drawn = samples / stride;
        return static_cast<double>(drawn) * seconds_a_sample_;
    };
    stride_ = std::min(stride_, max);
    if (seconds_with(stride_) > tolerance * budget) {
        while (stride_ < max && seconds_with(stride_) > budget) stride_ *= 2;
    } else {
        while (stride_ > 1 && seconds_with(stride_ / 2) <= budget) stride_ /= 2;
    }
    return stride_;
}

void LevelOfDetail::took(std::size_t drawn, double seconds) {
    // The time of so few says nothing about more.
    if (drawn < min_drawn) return;
    seconds_a_sample_ = (seconds_a_sample_ + seconds / static_cast<double>(drawn)) / 2;
}

}  // namespace epochscope::app
