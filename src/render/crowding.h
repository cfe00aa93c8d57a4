#pragma once

#include <epochscope/render/frame.h>

#include <cstddef>

namespace epochscope {

/// How close together samples lie on the canvas, as far as some of them tell.
struct Crowding {
    /// Samples in a pixel around a typical sample (other than it), and in the densest place.
    double typical = 0;
    double densest = 0;

    /// With how many others a typical sample shares its pixels.
    [[nodiscard]] double samples_at_a_pixel(const PointLayer& points) const;
};

/// An estimate from at most 65,536 samples, the same ones each time: O(1).
Crowding crowding_of(const PointLayer& points, Size size);

/// How much of their opacity discs keep, so that places that more of them share still show more:
/// all of it with up to 4 others at a pixel, then less, but enough for a lonely one to be seen.
float opacity_fraction(double samples_at_a_pixel);

}  // namespace epochscope
