#include "projection/placing.h"

#include "projection/affinities.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t neighbours = 15;
constexpr double perplexity = 5;

}  // namespace

Placing::Placing(const Table& queries, const Table& placed, int threads, const Job& job) {
    NearestPoints found =
        nearest_points(queries, placed, {.count = neighbours, .threads = threads}, job);
    count_ = found.count;
    shares_.resize(found.points.size());
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, queries.rows(), [&](std::size_t q) {
            std::vector<double> shares(count_);
            fill_shares(found.distances_of(q), std::min(perplexity, static_cast<double>(count_)),
                        shares);
            for (std::size_t k = 0; k < count_; ++k)
                shares_[q * count_ + k] = static_cast<float>(shares[k]);
        });
    });
    nearest_ = std::move(found.points);
}

Point Placing::place(std::size_t query, const Layout& places) const {
    double x = 0;
    double y = 0;
    for (std::size_t k = query * count_; k < (query + 1) * count_; ++k) {
        const auto at = static_cast<std::size_t>(nearest_[k]);
        x += static_cast<double>(shares_[k]) * places.x[at];
        y += static_cast<double>(shares_[k]) * places.y[at];
    }
    return {static_cast<float>(x), static_cast<float>(y)};
}

}  // namespace epochscope
