#pragma once

#include <cstdint>

namespace epochscope {

/// A point of the plane; y points up.
struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// An axis-aligned rectangle; min is the lower left corner.
struct Box {
    Point min;
    Point max;
    friend bool operator==(const Box&, const Box&) = default;
};

/// The frame of folders that state none.
inline constexpr Box default_frame{{-8, -8}, {8, 8}};

/// Interpolates linearly: exactly a at t = 0 and exactly b at t = 1.
[[nodiscard]] constexpr Point mix(Point a, Point b, float t) {
    return {a.x * (1 - t) + b.x * t, a.y * (1 - t) + b.y * t};
}

/// An sRGB colour with straight alpha.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

}  // namespace epochscope
