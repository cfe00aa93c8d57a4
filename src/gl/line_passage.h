#pragma once

#include <epochscope/render/frame.h>

#include <array>
#include <cstdint>
#include <optional>

namespace epochscope::gl {

/// The part of a line that may touch the canvas, as input of lines.vert. Lines are clipped here in
/// double precision: zoomed in, their ends lie so far out that float loses the pixels.
struct LineShape {
    std::array<float, 2> begin;
    std::array<float, 2> along;
    /// Lengths: of the line before `begin`, from there to its end, and of the part.
    float before;
    float after;
    float length;
    /// The phase of the dashes at `begin`.
    float phase;
    float width;
    float dashed;
    Colour colour;
};

/// Nothing if the line has no length or width, or misses the canvas.
std::optional<LineShape> shape_of(const Line& line, Size size);

}  // namespace epochscope::gl
