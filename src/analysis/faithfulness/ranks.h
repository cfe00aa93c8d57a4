#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// Twice the rank of each value (an integer), 1 for the smallest; equal values share their mean
/// rank. O(n log n), or O(n^2) for short lists.
void double_ranks(std::span<const double> values, std::span<std::int32_t> ranks);
std::vector<std::int32_t> double_ranks(std::span<const double> values);

/// Kendall's tau-b of two rankings (Kendall 1945): concordant minus discordant pairs, divided by
/// the geometric mean of the numbers of untied pairs. Nothing if a ranking is constant. O(n^2).
std::optional<double> kendall(std::span<const std::int32_t> a, std::span<const std::int32_t> b);

/// Spearman's rho of two results of double_ranks. Nothing if a ranking is constant. O(n).
std::optional<double> spearman(std::span<const std::int32_t> a, std::span<const std::int32_t> b);

/// Pearson's r. Nothing if an input is constant. O(n).
std::optional<double> pearson(std::span<const double> a, std::span<const double> b);

}  // namespace epochscope
