#pragma once

#include "render/bands.h"
#include "render/bins.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

#include <cstdint>
#include <stop_token>

namespace epochscope {

/// What is drawn of a layer first, and what over it: all but those picked, and those picked.
enum class Share : std::uint8_t { others, picked };

/// The samples of a layer as discs in the bands that they touch, `reach` around their middles.
/// Those that are hidden, transparent or nowhere are in none, and of a coarse layer only those
/// drawn are. Throws Cancelled when asked to stop.
Bins<Dot> bin_points(const PointLayer& points, Share fraction, Size size, float reach,
                     const std::stop_token& stop = {});

}  // namespace epochscope
