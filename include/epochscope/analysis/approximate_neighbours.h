#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstdint>
#include <span>

namespace epochscope {

/// Neighbours that are near, and mostly the nearest.
struct ApproximateByClass {
    NearestByClass lists;
    /// The share of the nearest that were found, 0..1: measured by looking at all others of some
    /// samples, `recall_samples` at most and evenly chosen. One as far as the last of the nearest
    /// counts. 1 where there are none.
    double recall = 1;
};

inline constexpr std::size_t recall_samples = 200;

/// As nearest_by_class, but by graphs in which near samples are joined, one for each class (Malkov
/// & Yashunin 2020: HNSW, by hnswlib): for sets of which all pairs are too many. Classes are 0 and
/// up. The same for any number of threads. Throws Cancelled when stopped. O(N log N (D + classes))
/// for most data.
ApproximateByClass approximately_nearest_by_class(const Table& rows,
                                                  std::span<const std::int32_t> classes,
                                                  const NearestOptions& options = {},
                                                  const Job& job = {});

}  // namespace epochscope
