#pragma once

#include "render/bands.h"
#include "render/bins.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// The samples of a layer as discs in the bands that they touch, `reach` around their middles.
/// Those that are hidden, transparent or nowhere are in none.
Bins<Dot> bin_points(const PointLayer& points, Size size, float reach);

}  // namespace epochscope
