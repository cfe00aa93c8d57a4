#include "analysis/candidates.h"
#include "analysis/distance_between.h"
#include "analysis/float_matrix.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// The queries and points of a block of products: half a megabyte, which fits a core's cache.
constexpr std::size_t queries_at_once = 256;
constexpr std::size_t points_at_once = 512;
/// Blocks of queries between two reports of progress.
constexpr std::size_t blocks_at_once = 32;
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

/// A range of points that belongs to a list of a query.
struct Part {
    std::size_t list = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The parameters of a search.
struct Search {
    const Table& queries;
    const Table& points;
    const NearestOptions& options;
    /// Queries and points are the same rows; a row is not its own neighbour.
    bool self = false;
    /// The point and the query of each row below.
    std::vector<std::int32_t> point_order;
    std::vector<std::int32_t> query_order;
    FloatMatrix point_rows{};
    FloatMatrix other_rows{};

    [[nodiscard]] const FloatMatrix& query_rows() const { return self ? point_rows : other_rows; }
};

/// The error bound of a score in single precision for a query: that of a sum of D products (Higham
/// 2002, section 3.1), and of rounding rows and squares.
float margin_of(const Search& search, std::size_t query, float longest) {
    constexpr double unit = std::numeric_limits<float>::epsilon() / 2;
    const auto dimension = static_cast<double>(search.points.columns);
    const double q = search.query_rows().lengths[query];
    const double p = longest;
    return static_cast<float>(2 * unit * (2 * (dimension + 8) * q * p + 8 * p * p)) +
           std::numeric_limits<float>::min();
}

/// The nearest of the candidates by distances in double precision.
std::vector<Near> decided(const Search& search, std::size_t query,
                          std::span<const std::int32_t> candidates) {
    std::vector<Near> near;
    near.reserve(candidates.size());
    const auto row = search.queries.row(static_cast<std::size_t>(search.query_order[query]));
    for (const std::int32_t place : candidates) {
        const std::int32_t point = search.point_order[static_cast<std::size_t>(place)];
        near.push_back({distance_between(row, search.points.row(static_cast<std::size_t>(point)),
                                         search.options.distance),
                        point});
    }
    const std::size_t count = std::min(search.options.count, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
    near.resize(count);
    return near;
}

/// The products of a block of queries with all points, block by block: calls see(query, first
/// point, products).
template <typename See>
void each_product(const Search& search, std::size_t first, std::size_t count,
                  const std::stop_token& stop, const See& see) {
    std::vector<float> products(count * points_at_once);
    const std::size_t dimension = search.points.columns;
    for (std::size_t p = 0; p < search.point_rows.count(); p += points_at_once) {
        end_if_stopped(stop);
        const std::size_t points = std::min(points_at_once, search.point_rows.count() - p);
        multiply(search.query_rows().row(first), count, search.point_rows.row(p), points, dimension,
                 products.data());
        for (std::size_t q = 0; q < count; ++q)
            see(q, p, std::span<const float>(products).subspan(q * points, points));
    }
}

/// Calls block(first, count) for all blocks of queries in parallel.
template <typename Block>
void each_block(std::size_t queries, int threads, const Job& job, const Block& block) {
    const std::size_t blocks = (queries + queries_at_once - 1) / queries_at_once;
    for (std::size_t done = 0; done < blocks; done += blocks_at_once) {
        job.reached(static_cast<double>(done) / static_cast<double>(blocks));
        on_threads(threads, [&] {
            tbb::parallel_for(done, std::min(done + blocks_at_once, blocks), [&](std::size_t b) {
                const std::size_t first = b * queries_at_once;
                block(first, std::min(queries_at_once, queries - first));
            });
        });
    }
    job.reached(1);
}

std::vector<std::int32_t> counted(std::size_t count) {
    std::vector<std::int32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

/// The nearest points of each list of each query: `parts(row of a query)` gives the ranges of
/// points.
template <std::size_t List_count, typename Parts>
std::array<std::vector<std::vector<Near>>, List_count> nearest_in(Search search, const Job& job,
                                                                  const Parts& parts) {
    const Framing framing = Framing::of(search.points, search.queries, search.options.distance);
    search.point_rows = framing.rows(search.points, search.point_order);
    if (!search.self) search.other_rows = framing.rows(search.queries, search.query_order);
    const float longest = search.point_rows.longest();
    std::array<std::vector<std::vector<Near>>, List_count> found;
    for (auto& list : found) list.resize(search.queries.rows());
    each_block(
        search.queries.rows(), search.options.threads, job,
        [&](std::size_t first, std::size_t count) {
            std::vector<std::array<Candidates, List_count>> candidates;
            for (std::size_t q = 0; q < count; ++q) {
                std::array<Candidates, List_count> lists;
                lists.fill({search.options.count, margin_of(search, first + q, longest)});
                candidates.push_back(std::move(lists));
            }
            const auto see = [&](std::size_t q, std::size_t p, auto products) {
                const std::size_t self = search.self ? first + q : nobody;
                for (const Part& part : parts(first + q)) {
                    const std::size_t from = std::max(part.begin, p);
                    const std::size_t to = std::min(part.end, p + products.size());
                    if (from >= to) continue;
                    candidates[q][part.list].look_at(products.subspan(from - p, to - from),
                                                     &search.point_rows.squares[from], from, self);
                }
            };
            each_product(search, first, count, job.stop, see);
            for (std::size_t q = 0; q < count; ++q) {
                const auto query = static_cast<std::size_t>(search.query_order[first + q]);
                for (std::size_t list = 0; list < List_count; ++list)
                    found[list][query] = decided(search, first + q, candidates[q][list].found());
            }
        });
    return found;
}

NearestPoints nearest_of_all(Search search, const Job& job) {
    const std::size_t points = search.points.rows();
    const std::size_t count = std::min(search.options.count, points - (search.self ? 1 : 0));
    const auto found = nearest_in<1>(std::move(search), job, [&](std::size_t) {
        return std::array{Part{0, 0, points}};
    });
    NearestPoints nearest{count, {}, {}};
    for (const auto& row : found[0])
        for (const Near& near : row) {
            nearest.points.push_back(near.point);
            nearest.distances.push_back(near.distance);
        }
    return nearest;
}

EpochColumns::Lists lists_of(const std::vector<std::vector<Near>>& rows) {
    EpochColumns::Lists lists;
    lists.offsets.push_back(0);
    for (const auto& row : rows) {
        for (const Near& near : row) lists.samples.push_back(near.point);
        lists.offsets.push_back(lists.samples.size());
    }
    return lists;
}

}  // namespace

NearestPoints nearest_others(const Table& rows, const NearestOptions& options, const Job& job) {
    return nearest_of_all({.queries = rows,
                           .points = rows,
                           .options = options,
                           .self = true,
                           .point_order = counted(rows.rows()),
                           .query_order = counted(rows.rows())},
                          job);
}

NearestPoints nearest_points(const Table& queries, const Table& points,
                             const NearestOptions& options, const Job& job) {
    return nearest_of_all({.queries = queries,
                           .points = points,
                           .options = options,
                           .point_order = counted(points.rows()),
                           .query_order = counted(queries.rows())},
                          job);
}

NearestByClass nearest_by_class(const Table& rows, std::span<const std::int32_t> classes,
                                const NearestOptions& options, const Job& job) {
    const auto class_of = [&](std::int32_t row) { return classes[static_cast<std::size_t>(row)]; };
    // Sorted by class, a class is one range, and other classes are the two around it.
    std::vector<std::int32_t> order = counted(rows.rows());
    std::ranges::stable_sort(order, {}, class_of);
    const auto parts = [&order, class_of](std::size_t query) {
        const std::int32_t own = class_of(order[query]);
        const auto begin = static_cast<std::size_t>(
            std::ranges::lower_bound(order, own, {}, class_of) - order.begin());
        const auto end = static_cast<std::size_t>(
            std::ranges::upper_bound(order, own, {}, class_of) - order.begin());
        return std::array{Part{1, 0, begin}, Part{0, begin, end}, Part{1, end, order.size()}};
    };
    const auto found = nearest_in<2>({.queries = rows,
                                      .points = rows,
                                      .options = options,
                                      .self = true,
                                      .point_order = order,
                                      .query_order = order},
                                     job, parts);
    return {lists_of(found[0]), lists_of(found[1])};
}

}  // namespace epochscope
