#pragma once

#include "render/bands.h"
#include "render/bins.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

#include <cstdint>
#include <stop_token>

namespace epochscope {

/// The two passes over a layer: the samples that are not picked, and the picked ones.
enum class Share : std::uint8_t { others, picked };

/// Sorts the samples of a layer as discs into the bands that they touch within `reach`, without
/// hidden, transparent and non-finite ones; of a coarse layer, only drawn ones. Throws Cancelled.
Bins<Dot> bin_points(const PointLayer& points, Share fraction, Size size, float reach,
                     const std::stop_token& stop = {});

}  // namespace epochscope
