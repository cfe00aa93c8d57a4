#pragma once

#include "analysis/float_matrix.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace epochscope {

/// Of `count` rows, first one of them at random and then again and again one that is far from
/// those: of a few drawn by the square of their distance, the one that leaves the least (greedy
/// k-means++). All are rows' indices.
std::vector<std::size_t> kmeans_seeding(const FloatMatrix& rows, std::size_t count,
                                        std::uint64_t seed, const std::stop_token& stop);

/// One start of k-means on this thread alone: the cluster of each row. Throws Cancelled when
/// stopped.
std::vector<std::int32_t> kmeans(const FloatMatrix& rows, std::size_t count, int iterations,
                                 std::uint64_t seed, const std::stop_token& stop);

/// The sum of squared distances of rows to the mean of their clusters.
double inertia_of(const FloatMatrix& rows, std::span<const std::int32_t> assignments,
                  std::size_t count);

}  // namespace epochscope
