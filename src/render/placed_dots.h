#pragma once

#include "render/bands.h"
#include "render/bins.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

#include <stop_token>

namespace epochscope {

/// The samples of a layer as discs in the bands that they touch, `reach` around their middles.
/// Those that are hidden, transparent or nowhere are in none, and of a coarse layer only those
/// drawn are. Throws Cancelled when asked to stop.
Bins<Dot> bin_points(const PointLayer& points, Size size, float reach,
                     const std::stop_token& stop = {});

}  // namespace epochscope
