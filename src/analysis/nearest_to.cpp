#include "analysis/distance_between.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace epochscope {

namespace {

/// Values that a thread processes between two checks of the stop token.
constexpr std::size_t numbers_at_once = std::size_t{1} << 18U;

void keep_nearest(std::vector<Near>& near, std::size_t count) {
    const std::size_t kept = std::min(count, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(kept), near.end());
    near.resize(kept);
}

/// The nearest of some rows.
std::vector<Near> nearest_within(std::span<const float> place, const Table& points,
                                 std::size_t first, std::size_t end,
                                 const NearestOptions& options) {
    std::vector<Near> near;
    near.reserve(end - first);
    for (std::size_t row = first; row < end; ++row) {
        const double distance = distance_between(place, points.row(row), options.distance);
        if (std::isfinite(distance)) near.push_back({distance, static_cast<std::int32_t>(row)});
    }
    keep_nearest(near, options.count);
    return near;
}

}  // namespace

NearestPoints nearest_to(std::span<const float> place, const Table& points,
                         const NearestOptions& options, const Job& job) {
    const std::size_t rows = points.rows();
    const std::size_t at_once = std::max<std::size_t>(1, numbers_at_once / points.columns);
    std::vector<std::vector<Near>> blocks((rows + at_once - 1) / at_once);
    on_threads(options.threads, [&] {
        tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t block) {
            end_if_stopped(job.stop);
            const std::size_t first = block * at_once;
            blocks[block] =
                nearest_within(place, points, first, std::min(first + at_once, rows), options);
        });
    });
    std::vector<Near> near;
    for (const auto& block : blocks) near.insert(near.end(), block.begin(), block.end());
    keep_nearest(near, options.count);
    NearestPoints nearest{near.size(), {}, {}};
    for (const Near& one : near) {
        nearest.points.push_back(one.point);
        nearest.distances.push_back(one.distance);
    }
    job.reached(1);
    return nearest;
}

}  // namespace epochscope
