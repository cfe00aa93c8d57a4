#include "render/pick_kernels.h"

#include <epochscope/render/pick.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace epochscope {

namespace {

/// The samples of a block, and of a thread's task.
constexpr std::size_t block_size = 512;
constexpr std::size_t chunk_size = 128 * block_size;

struct Found {
    double distance;
    std::optional<std::size_t> sample;
    /// Whether the sample is picked, and so drawn over the others.
    bool is_picked = false;

    /// The last drawn of equally near samples; skips positions that are not finite.
    void offer(double other_distance, std::size_t other, bool other_is_picked) {
        if (!(other_distance <= distance) || other_distance == nowhere) return;
        if (sample && other_distance == distance && is_picked && !other_is_picked) return;
        distance = other_distance;
        sample = other;
        is_picked = other_is_picked;
    }
};

/// Searches the samples from `first` up to `last` block by block: few blocks have a sample nearer
/// than all before, and only these are searched in detail.
Found nearest_within(const PointLayer& points, const Probe& probe, double reach, std::size_t first,
                     std::size_t last) {
    Found found{reach, {}};
    for (; first < last; first += block_size) {
        const std::size_t count = std::min(block_size, last - first);
        const Point* from = points.from.data() + first;
        const Point* to = points.to.data() + first;
        const double min = min_distance(probe, from, to, count);
        if (min > found.distance || min == nowhere) continue;
        for (std::size_t k = 0; k < count; ++k)
            if (!points.is_hidden(first + k))
                found.offer(squared_distance(probe, from[k], to[k]), first + k,
                            points.is_picked(first + k));
    }
    return found;
}

}  // namespace

std::optional<std::size_t> pick(const PointLayer& points, Pixel at, float reach) {
    if (!(reach >= 0)) return std::nullopt;
    const Probe probe{points.t, points.mapping, at};
    const double squared_reach = double{reach} * reach;
    const std::size_t count = points.from.size();
    std::vector<Found> parts((count + chunk_size - 1) / chunk_size);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        const std::size_t first = part * chunk_size;
        parts[part] = nearest_within(points, probe, squared_reach, first,
                                     std::min(count, first + chunk_size));
    });
    Found found{squared_reach, {}};
    for (const Found& part : parts)
        if (part.sample) found.offer(part.distance, *part.sample, part.is_picked);
    return found.sample;
}

std::optional<std::size_t> pick(const Frame& frame, Pixel at, float reach) {
    const auto covers = [at](const SamplePicture& picture) {
        const float half = picture.side / 2 + picture.border_width;
        return picture.image && std::abs(picture.centre.x - at.x) <= half &&
               std::abs(picture.centre.y - at.y) <= half;
    };
    const auto found = std::ranges::find_if(frame.pictures, covers);
    return found == frame.pictures.end() ? pick(frame.points, at, reach) : found->sample;
}

}  // namespace epochscope
