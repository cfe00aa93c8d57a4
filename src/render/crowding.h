#pragma once

#include <epochscope/render/frame.h>

#include <cstddef>

namespace epochscope {

/// An estimate of the crowding of samples on the canvas.
struct Crowding {
    /// The number of other samples in a pixel around a typical sample, and of samples at the
    /// densest pixel.
    double typical = 0;
    double densest = 0;

    /// The number of other samples that share the pixels of a typical sample.
    [[nodiscard]] double samples_at_a_pixel(const PointLayer& points) const;
};

/// Estimates from a fixed choice of at most 65,536 samples: O(1).
Crowding crowding_of(const PointLayer& points, Size size);

/// The factor of disc opacity that keeps density differences visible: 1 up to 4 others at a pixel,
/// then less, with a minimum that keeps lone samples visible.
float opacity_fraction(double samples_at_a_pixel);

}  // namespace epochscope
