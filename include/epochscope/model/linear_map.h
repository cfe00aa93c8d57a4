#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/learned_map.h>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// The logit of a class over the plane: at_origin + per_x x + per_y y.
struct LogitPlane {
    double at_origin = 0;
    double per_x = 0;
    double per_y = 0;

    [[nodiscard]] bool is_finite() const;
    [[nodiscard]] double at(Point point) const {
        return at_origin + per_x * static_cast<double>(point.x) +
               per_y * static_cast<double>(point.y);
    }
    friend bool operator==(const LogitPlane&, const LogitPlane&) = default;
};

/// A linear map from feature space to the plane, y = axes (x - mean), and its pseudo-inverse.
struct LinearMap {
    /// D of them.
    std::vector<double> mean;
    /// For x and y of the plane, D each: orthonormal.
    std::array<std::vector<double>, 2> axes;
    /// The fraction of the variance along each axis, 0..1; zeros if nothing varies.
    std::array<double, 2> explained{};

    [[nodiscard]] std::size_t dimension() const { return mean.size(); }
    [[nodiscard]] Point place(std::span<const float> embedding) const;
    /// The embedding of a point of the plane: mean + axes^T y.
    [[nodiscard]] std::vector<double> embedding_of(Point point) const;
    /// The logits of a linear head, one plane a class: weight (mean + axes^T y) + bias. O(C D).
    [[nodiscard]] std::vector<LogitPlane> planes(const DenseLayer& head) const;
};

}  // namespace epochscope
