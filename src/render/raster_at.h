#pragma once

#include <epochscope/compute/simd_target.h>
#include <epochscope/render/raster.h>

namespace epochscope {

/// raster with the instructions of this level, which the processor must have.
void raster_at(const Frame& frame, PixelView target, int threads, SimdTarget level,
               const std::stop_token& stop = {});

}  // namespace epochscope
