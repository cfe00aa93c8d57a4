#include "analysis/threads.h"

#include <epochscope/analysis/feature_neighbours.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

double distance_between(std::span<const float> x, std::span<const float> y, Distance distance) {
    double dot = 0;
    double squares = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double a = x[d];
        const double b = y[d];
        squares += (a - b) * (a - b);
        dot += a * b;
        xx += a * a;
        yy += b * b;
    }
    if (distance == Distance::euclidean) return std::sqrt(squares);
    return xx > 0 && yy > 0 ? 1 - dot / std::sqrt(xx * yy) : 1;
}

struct Near {
    double distance;
    std::int32_t point;
    friend auto operator<=>(const Near&, const Near&) = default;
};

template <typename Accept>
std::vector<Near> nearest(std::span<const float> query, const Table& points, std::size_t count,
                          Distance distance, const Accept& accept) {
    std::vector<Near> all;
    for (std::size_t p = 0; p < points.rows(); ++p)
        if (accept(p))
            all.push_back(
                {distance_between(query, points.row(p), distance), static_cast<std::int32_t>(p)});
    count = std::min(count, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end());
    all.resize(count);
    return all;
}

NearestPoints collected(const std::vector<std::vector<Near>>& rows, std::size_t count) {
    NearestPoints found{count, {}, {}};
    for (const auto& row : rows)
        for (const Near& near : row) {
            found.points.push_back(near.point);
            found.distances.push_back(near.distance);
        }
    return found;
}

template <typename Row>
void each_row(std::size_t rows, int threads, const Job& job, const Row& row) {
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, rows, [&](std::size_t i) {
            end_if_stopped(job.stop);
            row(i);
        });
    });
    job.reached(1);
}

}  // namespace

NearestPoints nearest_others(const Table& rows, const NearestOptions& options, const Job& job) {
    std::vector<std::vector<Near>> found(rows.rows());
    each_row(rows.rows(), options.threads, job, [&](std::size_t i) {
        found[i] = nearest(rows.row(i), rows, options.count, options.distance,
                           [i](std::size_t p) { return p != i; });
    });
    return collected(found, std::min(options.count, rows.rows() - 1));
}

NearestPoints nearest_points(const Table& queries, const Table& points,
                             const NearestOptions& options, const Job& job) {
    std::vector<std::vector<Near>> found(queries.rows());
    each_row(queries.rows(), options.threads, job, [&](std::size_t i) {
        found[i] = nearest(queries.row(i), points, options.count, options.distance,
                           [](std::size_t) { return true; });
    });
    return collected(found, std::min(options.count, points.rows()));
}

NearestByClass nearest_by_class(const Table& rows, std::span<const std::int32_t> classes,
                                const NearestOptions& options, const Job& job) {
    std::vector<std::vector<Near>> intra(rows.rows());
    std::vector<std::vector<Near>> inter(rows.rows());
    each_row(rows.rows(), options.threads, job, [&](std::size_t i) {
        const auto own = [&](std::size_t p) { return classes[p] == classes[i]; };
        intra[i] = nearest(rows.row(i), rows, options.count, options.distance,
                           [&](std::size_t p) { return p != i && own(p); });
        inter[i] = nearest(rows.row(i), rows, options.count, options.distance,
                           [&](std::size_t p) { return !own(p); });
    });
    const auto lists = [](const std::vector<std::vector<Near>>& found) {
        EpochColumns::Lists made;
        made.offsets.push_back(0);
        for (const auto& row : found) {
            for (const Near& near : row) made.samples.push_back(near.point);
            made.offsets.push_back(made.samples.size());
        }
        return made;
    };
    return {lists(intra), lists(inter)};
}

}  // namespace epochscope
