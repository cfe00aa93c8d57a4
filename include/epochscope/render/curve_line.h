#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// Exponential smoothing as TensorBoard does it: s_n = w s_(n-1) + (1 - w) y_n from s_0 = 0,
/// divided by 1 - w^n, so that the beginning is not drawn towards 0. `weight` is w, 0..1 (1 not
/// included); 0 leaves values as they are. Numbers that are not finite stay as they are and count
/// for nothing. O(values).
std::vector<double> smoothed(std::span<const double> values, double weight);

/// Decimal logarithms; no number for what is not above 0.
std::vector<double> logarithms(std::span<const double> values);

/// A corner of a line.
struct LineVertex {
    double x = 0;
    double y = 0;
    /// Whether a line begins here: nothing leads to it from the vertex before.
    bool begins = true;
    friend bool operator==(const LineVertex&, const LineVertex&) = default;
};

/// The line through points, with at most four of them for each of `columns` columns (at least 1)
/// that `from` to `to` is divided into: the first, the last, the least and the greatest, which is
/// all that is seen of a column one pixel wide (M4, Jugel et al. 2014). Points outside are left out
/// but for the last before and the first behind. Where y is not finite the line is interrupted,
/// points whose x is not finite are left out. `x` is in rising order. O(points).
std::vector<LineVertex> thinned(std::span<const double> x, std::span<const double> y, double from,
                                double to, std::size_t columns);

}  // namespace epochscope
