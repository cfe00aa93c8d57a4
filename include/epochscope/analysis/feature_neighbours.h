#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The distance between two embeddings.
enum class Distance : std::uint8_t {
    /// |x - y|.
    euclidean,
    /// 1 - x y / (|x| |y|); 1 if one of them is zero.
    cosine,
};

struct NearestOptions {
    /// The number of neighbours, or fewer if there are fewer points.
    std::size_t count = 15;
    Distance distance = Distance::euclidean;
    /// 0: all. The result does not depend on it.
    int threads = 0;
};

/// The nearest points of each query, nearest first; the lower index first among equally near ones.
struct NearestPoints {
    /// The number of points of each query.
    std::size_t count = 0;
    /// `count` points for each query.
    std::vector<std::int32_t> points;
    /// Their distances, computed in double precision.
    std::vector<double> distances;

    [[nodiscard]] std::span<const std::int32_t> of(std::size_t query) const {
        return std::span(points).subspan(query * count, count);
    }
    [[nodiscard]] std::span<const double> distances_of(std::size_t query) const {
        return std::span(distances).subspan(query * count, count);
    }
};

/// The nearest other rows of each row (including duplicates of it). Exact: single precision finds
/// candidates within its error bound, double precision decides. Values must be finite. Throws
/// Cancelled. O(N^2 D).
NearestPoints nearest_others(const Table& rows, const NearestOptions& options = {},
                             const Job& job = {});

/// The nearest rows of `points` for each row of `queries`, as above. O(Q N D).
NearestPoints nearest_points(const Table& queries, const Table& points,
                             const NearestOptions& options = {}, const Job& job = {});

/// The nearest rows of `points` to a single query, without copies or matrix products. Skips rows
/// whose distance is not finite, so that values need no check. Throws Cancelled. O(N D).
NearestPoints nearest_to(std::span<const float> place, const Table& points,
                         const NearestOptions& options = {}, const Job& job = {});

/// The nearest others of each row in its own class and in all other classes, as above. Classes are
/// >= 0, one a row. Lists are shorter than `count` if there are fewer such rows.
struct NearestByClass {
    EpochColumns::Lists intra;
    EpochColumns::Lists inter;
};
NearestByClass nearest_by_class(const Table& rows, std::span<const std::int32_t> classes,
                                const NearestOptions& options = {}, const Job& job = {});

}  // namespace epochscope
