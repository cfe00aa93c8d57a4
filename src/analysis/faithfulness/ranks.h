#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// Twice the rank of each value, 1 for the smallest; equal ones share the mean of their ranks
/// (which twice is whole). O(n log n), or O(n^2) where there are few.
void double_ranks(std::span<const double> values, std::span<std::int32_t> ranks);
std::vector<std::int32_t> double_ranks(std::span<const double> values);

/// Kendall's tau-b of two rankings (Kendall 1945): of all pairs, those in the same order less those
/// in opposite ones, by the geometric mean of how many are untied in either. Nothing where one of
/// them never differs. O(n^2).
std::optional<double> kendall(std::span<const std::int32_t> a, std::span<const std::int32_t> b);

/// Spearman's rho of two rankings as double_ranks has them: Pearson's r of the ranks. Nothing where
/// one of them never differs. O(n).
std::optional<double> spearman(std::span<const std::int32_t> a, std::span<const std::int32_t> b);

/// Pearson's r. Nothing where one of them never differs. O(n).
std::optional<double> pearson(std::span<const double> a, std::span<const double> b);

}  // namespace epochscope
