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

/// Places p of the plane become scale * turn p + shift.
struct Similarity {
    Matrix2 turn{{{1, 0}, {0, 1}}};
    double scale = 1;
    std::array<double, 2> shift{0, 0};

    [[nodiscard]] std::array<double, 2> of(double x, double y) const {
        return {scale * (turn[0][0] * x + turn[0][1] * y) + shift[0],
                scale * (turn[1][0] * x + turn[1][1] * y) + shift[1]};
    }
};

/// The similarity, with reflection where that is nearer, that brings places nearest to others: the
/// least sum of squared distances (Umeyama 1991, without the sign of his determinant). The spans
/// have one length. Places that are all one only shift.
Similarity nearest_similarity(std::span<const double> x, std::span<const double> y,
                              std::span<const double> other_x, std::span<const double> other_y);

/// Rotates, reflects and shifts places so that they lie nearest to others.
void align(std::span<double> x, std::span<double> y, std::span<const double> other_x,
           std::span<const double> other_y);

}  // namespace epochscope
