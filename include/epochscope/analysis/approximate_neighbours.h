#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstdint>
#include <span>

namespace epochscope {

/// Approximate nearest neighbours.
struct ApproximateByClass {
    NearestByClass lists;
    /// The fraction of true nearest neighbours that were found, 0..1, measured exactly for at most
    /// `recall_samples` evenly chosen samples. One as far as the last of them counts. 1 if there
    /// are no neighbours.
    double recall = 1;
};

inline constexpr std::size_t recall_samples = 200;

/// Approximates nearest_by_class by one neighbour graph a class (HNSW, Malkov & Yashunin 2020, by
/// hnswlib), for sets too large for all pairs. Classes are >= 0. The result does not depend on the
/// number of threads. Throws Cancelled. O(N log N (D + classes)) for most data.
ApproximateByClass approximately_nearest_by_class(const Table& rows,
                                                  std::span<const std::int32_t> classes,
                                                  const NearestOptions& options = {},
                                                  const Job& job = {});

}  // namespace epochscope
