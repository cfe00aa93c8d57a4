#pragma once

#include <optional>
#include <span>

namespace epochscope {

/// A Mann-Whitney U test of two lists of values.
struct RankTest {
    /// The number of pairs in which the first list has the larger value; equal ones count one half.
    double u = 0;
    /// The probability of a U at least so far from its mean, on either side, if both lists are of
    /// one distribution.
    double p = 1;
    /// The rank-biserial correlation, 2 u / (n m) - 1: 1 if all values of the first list are
    /// larger, 0 if neither tends to be.
    double effect = 0;
};

/// Mann & Whitney 1947, two-sided, by the normal approximation with corrections for ties and for
/// continuity. Skips NaN. Nothing if a list has no values. O(n log n).
std::optional<RankTest> mann_whitney(std::span<const double> first, std::span<const double> second);

}  // namespace epochscope
