#include <epochscope/render/pick.h>

#include <algorithm>
#include <array>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t block_size = 512;
constexpr double nowhere = std::numeric_limits<double>::infinity();

using Distances = std::array<double, block_size>;

/// Squared distances of the samples from `first` on; hidden ones are nowhere.
void measure(const PointLayer& points, Pixel at, std::size_t first, std::size_t count,
             Distances& distances) {
    for (std::size_t k = 0; k < count; ++k) {
        const Pixel p = points.pixel_of(first + k);
        const double dx = double{p.x} - at.x;
        const double dy = double{p.y} - at.y;
        distances[k] = dx * dx + dy * dy;
    }
    if (points.hidden.empty()) return;
    for (std::size_t k = 0; k < count; ++k)
        if (points.is_hidden(first + k)) distances[k] = nowhere;
}

}  // namespace

std::optional<std::size_t> pick(const PointLayer& points, Pixel at, float reach) {
    std::optional<std::size_t> found;
    double best = double{reach} * reach;
    if (!(reach >= 0)) return found;
    Distances distances;
    for (std::size_t first = 0; first < points.from.size(); first += block_size) {
        const std::size_t count = std::min(block_size, points.from.size() - first);
        measure(points, at, first, count, distances);
        double nearest = nowhere;
        for (std::size_t k = 0; k < count; ++k) nearest = std::min(nearest, distances[k]);
        if (nearest > best || nearest == nowhere) continue;
        best = nearest;
        // The last of the equally near ones is on top.
        for (std::size_t k = count; k-- > 0;) {
            if (distances[k] != nearest) continue;
            found = first + k;
            break;
        }
    }
    return found;
}

}  // namespace epochscope
