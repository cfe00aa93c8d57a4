#pragma once

#include "analysis/float_matrix.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace epochscope {

/// Greedy k-means++ seeding: `count` row indices. The first is random; each further one is the best
/// of several candidates, drawn by their squared distance to those chosen: the one that leaves the
/// smallest sum.
std::vector<std::size_t> kmeans_seeding(const FloatMatrix& rows, std::size_t count,
                                        std::uint64_t seed, const std::stop_token& stop);

/// One start of k-means on this thread: the cluster of each row. Throws Cancelled.
std::vector<std::int32_t> kmeans(const FloatMatrix& rows, std::size_t count, int iterations,
                                 std::uint64_t seed, const std::stop_token& stop);

/// The sum of squared distances of rows to the mean of their clusters.
double inertia_of(const FloatMatrix& rows, std::span<const std::int32_t> assignments,
                  std::size_t count);

}  // namespace epochscope
