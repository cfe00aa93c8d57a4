#pragma once

#include <epochscope/render/frame.h>

#include <array>
#include <cstdint>
#include <optional>

namespace epochscope::gl {

/// The part of a line that may touch the canvas, as lines.vert takes it. Lines are cut here, in
/// double precision: at a close look their ends lie so far out that a float loses the pixels.
struct LineShape {
    std::array<float, 2> begin;
    std::array<float, 2> along;
    /// Of the line before `begin`, and from there to its end; of the part.
    float before;
    float after;
    float length;
    /// How far into the dashes' period `begin` is.
    float phase;
    float width;
    float dashed;
    Colour colour;
};

/// Nothing where the line has no length or width, or passes the canvas by.
std::optional<LineShape> shape_of(const Line& line, Size size);

}  // namespace epochscope::gl
