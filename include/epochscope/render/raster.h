#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

namespace epochscope {

/// Draws a frame (without its texts) on the CPU, filling all of `target`, whose size is the
/// frame's. The same bytes for any number of threads (0: all there are). Discs, rings and lines are
/// anti-aliased by coverage: 1 inside, 0 outside, linear over the one pixel across the edge.
/// Colours are blended in sRGB bytes, straight alpha over opaque. Throws Error where sizes differ.
void raster(const Frame& frame, PixelView target, int threads = 0);

}  // namespace epochscope
