#pragma once

#include <array>
#include <span>

namespace epochscope {

/// Two rows of two.
using Matrix2 = std::array<std::array<double, 2>, 2>;

/// The rotation or reflection R of the plane with the largest trace of R^T `agreement` (orthogonal
/// Procrustes, Schönemann 1966). With the sum of a b^T as `agreement`, R brings the places b
/// nearest to the places a.
Matrix2 nearest_rotation(const Matrix2& agreement);

/// Rotates, reflects and shifts places so that they lie nearest to others.
void align(std::span<double> x, std::span<double> y, std::span<const double> other_x,
           std::span<const double> other_y);

}  // namespace epochscope
