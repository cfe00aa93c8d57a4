#include "app/canvas/level_of_detail.h"

#include <epochscope/render/frame.h>

#include <algorithm>

namespace epochscope::app {
namespace {

/// Fewer are always drawn in time, and fewer of them would tell little.
constexpr std::size_t fewest = 16384;
/// What is a little late is better than what changes.
constexpr double patience = 1.25;

/// The largest stride that makes sense.
std::size_t max_stride(std::size_t samples) {
    std::size_t stride = 1;
    while (stride < PointLayer::max_stride && samples / (2 * stride) >= fewest) stride *= 2;
    return stride;
}

}  // namespace

std::size_t LevelOfDetail::stride_for(std::size_t samples) {
    const std::size_t most = max_stride(samples);
    const auto seconds_with = [&](std::size_t stride) {
        const std::size_t drawn = samples / stride;
        return static_cast<double>(drawn) * seconds_a_sample_;
    };
    stride_ = std::min(stride_, most);
    if (seconds_with(stride_) > patience * budget) {
        while (stride_ < most && seconds_with(stride_) > budget) stride_ *= 2;
    } else {
        while (stride_ > 1 && seconds_with(stride_ / 2) <= budget) stride_ /= 2;
    }
    return stride_;
}

void LevelOfDetail::took(std::size_t drawn, double seconds) {
    // What so few take says nothing of what more of them take.
    if (drawn < fewest) return;
    seconds_a_sample_ = (seconds_a_sample_ + seconds / static_cast<double>(drawn)) / 2;
}

}  // namespace epochscope::app
