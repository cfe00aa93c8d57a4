#include <epochscope/render/pick_region.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

constexpr std::size_t most_slabs = 256;
/// Samples that a thread takes at once, and those whose places are worked out together.
constexpr std::size_t chunk_size = 65536;
constexpr std::size_t block_size = 512;

/// Positive where `p` lies to one side of the line from `a` to `b`, negative on the other. In
/// double precision hardly anything is lost of pixels' differences.
double side_of(Pixel a, Pixel b, Pixel p) {
    return (double{b.x} - a.x) * (double{p.y} - a.y) - (double{p.x} - a.x) * (double{b.y} - a.y);
}

std::vector<std::size_t> found_among(const PointLayer& points, const Region& region,
                                     std::size_t first, std::size_t last) {
    std::vector<std::size_t> found;
    std::array<Pixel, block_size> places;
    for (; first < last; first += block_size) {
        const std::size_t count = std::min(block_size, last - first);
        for (std::size_t k = 0; k < count; ++k) places[k] = points.pixel_of(first + k);
        for (std::size_t k = 0; k < count; ++k)
            if (region.contains(places[k]) && !points.is_hidden(first + k))
                found.push_back(first + k);
    }
    return found;
}

}  // namespace

Region Region::box(Pixel a, Pixel b) {
    Region region;
    region.least_ = {std::min(a.x, b.x), std::min(a.y, b.y)};
    region.most_ = {std::max(a.x, b.x), std::max(a.y, b.y)};
    region.is_box_ = true;
    return region;
}

Region Region::lasso(std::span<const Pixel> line) {
    Region region;
    region.offsets_.assign(2, 0);
    if (line.size() < 3) return region;
    region.least_ = region.most_ = line.front();
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Pixel p = line[i];
        region.least_ = {std::min(region.least_.x, p.x), std::min(region.least_.y, p.y)};
        region.most_ = {std::max(region.most_.x, p.x), std::max(region.most_.y, p.y)};
        const Pixel next = line[(i + 1) % line.size()];
        // Level ones are crossed by nothing.
        if (next.y != p.y) edges.push_back({p, next});
    }
    region.sort_into_slabs(edges);
    return region;
}

/// Rises with y, so that an edge touches all slabs between those of its ends.
std::size_t Region::slab_of(float y) const {
    const std::size_t slabs = offsets_.size() - 1;
    const double height = double{most_.y} - least_.y;
    const double share = (double{y} - least_.y) / height;
    return std::min(static_cast<std::size_t>(share * static_cast<double>(slabs)), slabs - 1);
}

void Region::sort_into_slabs(const std::vector<Edge>& edges) {
    if (edges.empty()) return;
    const std::size_t slabs = std::min(edges.size(), most_slabs);
    offsets_.assign(slabs + 1, 0);
    std::vector<std::vector<Edge>> sorted(slabs);
    for (const Edge& edge : edges) {
        const auto [low, high] = std::minmax(edge.from.y, edge.to.y);
        for (std::size_t s = slab_of(low); s <= slab_of(high); ++s) sorted[s].push_back(edge);
    }
    for (std::size_t s = 0; s < slabs; ++s) {
        edges_.insert(edges_.end(), sorted[s].begin(), sorted[s].end());
        offsets_[s + 1] = edges_.size();
    }
}

/// How often the line goes round it, by what crosses the ray from it to the right (Sunday 2001).
int Region::winding(Pixel p) const {
    const std::size_t slab = slab_of(p.y);
    int times = 0;
    for (std::size_t e = offsets_[slab]; e < offsets_[slab + 1]; ++e) {
        const Edge& edge = edges_[e];
        if (edge.from.y <= p.y) {
            if (edge.to.y > p.y && side_of(edge.from, edge.to, p) > 0) ++times;
        } else if (edge.to.y <= p.y && side_of(edge.from, edge.to, p) < 0) {
            --times;
        }
    }
    return times;
}

bool Region::contains(Pixel p) const {
    // Whatever is no number is nowhere.
    const bool within = p.x >= least_.x && p.x <= most_.x && p.y >= least_.y && p.y <= most_.y;
    return within && (is_box_ || (!edges_.empty() && winding(p) != 0));
}

std::vector<std::size_t> pick_within(const PointLayer& points, const Region& region) {
    const std::size_t count = points.from.size();
    std::vector<std::vector<std::size_t>> parts((count + chunk_size - 1) / chunk_size);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        const std::size_t first = part * chunk_size;
        parts[part] = found_among(points, region, first, std::min(count, first + chunk_size));
    });
    std::vector<std::size_t> found;
    for (const auto& part : parts) found.insert(found.end(), part.begin(), part.end());
    return found;
}

}  // namespace epochscope
