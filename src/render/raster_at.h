#pragma once

#include "analysis/level.h"

#include <epochscope/render/raster.h>

namespace epochscope {

/// raster with the instructions of this level, which the processor must have.
void raster_at(const Frame& frame, PixelView target, int threads, Level level,
               const std::stop_token& stop = {});

}  // namespace epochscope
