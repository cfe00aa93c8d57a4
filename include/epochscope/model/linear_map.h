#pragma once

#include <epochscope/model/geometry.h>

#include <array>
#include <span>
#include <vector>

namespace epochscope {

/// A map from feature space to the plane: y = axes (x - mean), and back as far as the plane
/// reaches.
struct LinearMap {
    /// D of them.
    std::vector<double> mean;
    /// For x and y of the plane, D each: orthonormal.
    std::array<std::vector<double>, 2> axes;
    /// The share of the variance that each axis shows, 0..1; zeros where nothing varies.
    std::array<double, 2> explained{};

    [[nodiscard]] Point place(std::span<const float> embedding) const;
    /// The embedding that a place shows at best: mean + axes^T y.
    [[nodiscard]] std::vector<double> embedding_of(Point place) const;
};

}  // namespace epochscope
