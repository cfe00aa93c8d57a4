#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/render/camera.h>

#include <cstddef>
#include <limits>

namespace epochscope {

/// What turns a sample's two places into its distance from the pointer.
struct Probe {
    float t;
    Mapping mapping;
    Pixel at;
};

/// The squared distance in pixels, with the roundings of every SIMD target.
inline double squared_distance(const Probe& probe, Point from, Point to) {
    const Pixel p = probe.mapping.to_pixel(mix(from, to, probe.t));
    const double dx = double{p.x} - probe.at.x;
    const double dy = double{p.y} - probe.at.y;
    return dx * dx + dy * dy;
}

/// Farther than anything.
inline constexpr double nowhere = std::numeric_limits<double>::infinity();

/// The minimum squared distance among `count` samples. NaN is left out, or is the result where a
/// target's minimum propagates it.
double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count);

}  // namespace epochscope
