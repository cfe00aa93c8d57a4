#pragma once

#include "render/strip.h"

#include <epochscope/model/geometry.h>

#include <cstdint>
#include <span>

namespace epochscope {

/// A sample as it is drawn: a disc.
struct Dot {
    float x;
    float y;
    Colour colour;
    /// Its alpha and its colour's together, 0..255.
    float alpha;
};

/// Draws the parts of discs that lie in the strip, by the formulas of raster.h, in their order.
void draw_dots(Strip& strip, std::span<const Dot> dots, float radius);

}  // namespace epochscope
