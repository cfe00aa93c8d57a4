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

/// The squared distance in pixels, as every level works it out.
inline double squared_distance(const Probe& probe, Point from, Point to) {
    const Pixel p = probe.mapping.to_pixel(mix(from, to, probe.t));
    const double dx = double{p.x} - probe.at.x;
    const double dy = double{p.y} - probe.at.y;
    return dx * dx + dy * dy;
}

/// Farther than anything.
inline constexpr double nowhere = std::numeric_limits<double>::infinity();

// The least squared distance among `count` samples, those that are no number passed over; one for
// each level.
namespace plain {
double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count);
}
namespace avx2 {
double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count);
}
namespace avx512 {
double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count);
}

}  // namespace epochscope
