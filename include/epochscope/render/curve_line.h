#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// Exponential smoothing as in TensorBoard: s_n = w s_(n-1) + (1 - w) y_n from s_0 = 0, divided by
/// 1 - w^n to correct the bias towards 0. `weight` is w, 0 <= w < 1; 0 does not smooth. Values that
/// are not finite stay unchanged and are ignored. O(values).
std::vector<double> smoothed(std::span<const double> values, double weight);

/// Decimal logarithms; NaN for values that are not positive.
std::vector<double> logarithms(std::span<const double> values);

/// A corner of a line.
struct LineVertex {
    double x = 0;
    double y = 0;
    /// Whether a line begins here, without a connection to the previous vertex.
    bool begins = true;
    friend bool operator==(const LineVertex&, const LineVertex&) = default;
};

/// Thins the line through points to at most four for each of `columns` (at least 1) columns from
/// `from` to `to`: the first, the last, the minimum and the maximum, which determine the pixels of
/// a column (M4, Jugel et al. 2014). Keeps the last point before and the first point after the
/// range. A y that is not finite interrupts the line; points with an x that is not finite are
/// skipped. `x` increases. O(points).
std::vector<LineVertex> thinned(std::span<const double> x, std::span<const double> y, double from,
                                double to, std::size_t columns);

}  // namespace epochscope
