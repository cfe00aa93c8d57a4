#pragma once

#include "render/strip.h"

#include <epochscope/render/frame.h>

namespace epochscope {

// Each draws the part of a shape that lies in the strip, by the formulas of raster.h.
void draw_line(Strip& strip, const Line& line);
void draw_marker(Strip& strip, const Marker& marker);

}  // namespace epochscope
