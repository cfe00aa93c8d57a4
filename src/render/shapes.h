#pragma once

#include "render/strip.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// A sample as it is drawn: a disc.
struct Dot {
    float x;
    float y;
    Colour colour;
    /// Its alpha and its colour's together, 0..255.
    float alpha;
};

// Each draws the part of a shape that lies in the strip, by the formulas of raster.h.
void draw_dot(Strip& strip, const Dot& dot, float radius);
void draw_line(Strip& strip, const Line& line);
void draw_marker(Strip& strip, const Marker& marker);

}  // namespace epochscope
