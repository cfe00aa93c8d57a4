#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// How far two embeddings are from each other.
enum class Distance : std::uint8_t {
    /// |x - y|.
    euclidean,
    /// 1 - x y / (|x| |y|); 1 where one of them is zero.
    cosine,
};

struct NearestOptions {
    /// How many; fewer where there are fewer.
    std::size_t count = 15;
    Distance distance = Distance::euclidean;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// For each of some queries its nearest points, nearest first; of equally near ones the first.
struct NearestPoints {
    /// How many each query has.
    std::size_t count = 0;
    /// Rows of points, `count` for each query.
    std::vector<std::int32_t> points;
    /// How far they are, in double precision of the embeddings as they are.
    std::vector<double> distances;

    [[nodiscard]] std::span<const std::int32_t> of(std::size_t query) const {
        return std::span(points).subspan(query * count, count);
    }
    [[nodiscard]] std::span<const double> distances_of(std::size_t query) const {
        return std::span(distances).subspan(query * count, count);
    }
};

/// For each row its nearest other rows (itself is left out, its duplicates are not). Exact: single
/// precision finds candidates with a margin for its error, double precision decides. Values must be
/// finite. Throws Cancelled when stopped. O(N^2 D).
NearestPoints nearest_others(const Table& rows, const NearestOptions& options = {},
                             const Job& job = {});

/// For each row of `queries` its nearest rows of `points`, as above. O(Q N D).
NearestPoints nearest_points(const Table& queries, const Table& points,
                             const NearestOptions& options = {}, const Job& job = {});

/// The nearest rows of `points` to one place of as many dimensions, as above: for a single question
/// nothing is copied or multiplied. Rows that are infinitely far, or whose distance is no number,
/// are left out, so that values need not be checked before. O(N D).
NearestPoints nearest_to(std::span<const float> place, const Table& points,
                         const NearestOptions& options = {}, const Job& job = {});

/// For each row its nearest others of its own class and of all other classes, as above. Classes are
/// 0 and up, one a row. Lists are shorter than `count` where there are fewer such rows.
struct NearestByClass {
    EpochColumns::Lists intra;
    EpochColumns::Lists inter;
};
NearestByClass nearest_by_class(const Table& rows, std::span<const std::int32_t> classes,
                                const NearestOptions& options = {}, const Job& job = {});

}  // namespace epochscope
