#include <epochscope/render/pick_region.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

/// The numbers of slabs and columns of a lasso's grid.
constexpr std::size_t slabs = 128;
constexpr std::size_t columns = 128;
/// The samples of a thread's task, and of a block of positions.
constexpr std::size_t chunk_size = 65536;
constexpr std::size_t block_size = 512;

/// Positive if `p` is on one side of the line from `a` to `b`, negative on the other. Double
/// precision is nearly exact for pixels.
double side_of(Pixel a, Pixel b, Pixel p) {
    return (double{b.x} - a.x) * (double{p.y} - a.y) - (double{p.x} - a.x) * (double{b.y} - a.y);
}

void mark_within(const PointLayer& points, const Region& region, std::size_t first,
                 std::size_t last, std::vector<std::uint8_t>& marks) {
    std::array<Pixel, block_size> places;
    for (; first < last; first += block_size) {
        const std::size_t count = std::min(block_size, last - first);
        for (std::size_t k = 0; k < count; ++k) places[k] = points.pixel_of(first + k);
        for (std::size_t k = 0; k < count; ++k)
            marks[first + k] = region.contains(places[k]) && !points.is_hidden(first + k) ? 1 : 0;
    }
}

}  // namespace

Region Region::box(Pixel a, Pixel b) {
    Region region;
    region.min_ = {std::min(a.x, b.x), std::min(a.y, b.y)};
    region.max_ = {std::max(a.x, b.x), std::max(a.y, b.y)};
    region.is_box_ = true;
    return region;
}

Region Region::lasso(std::span<const Pixel> line) {
    Region region;
    if (line.size() < 3) return region;
    region.min_ = region.max_ = line.front();
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Pixel p = line[i];
        region.min_ = {std::min(region.min_.x, p.x), std::min(region.min_.y, p.y)};
        region.max_ = {std::max(region.max_.x, p.x), std::max(region.max_.y, p.y)};
        const Pixel next = line[(i + 1) % line.size()];
        // Horizontal edges are never crossed.
        if (next.y != p.y) edges.push_back({p, next});
    }
    if (edges.empty() || region.min_.x == region.max_.x) return region;
    region.slabs_a_pixel_ = slabs / (double{region.max_.y} - region.min_.y);
    region.columns_a_pixel_ = columns / (double{region.max_.x} - region.min_.x);
    region.sort_into_slabs(edges);
    region.cells_.assign(slabs * columns, Cell::outside);
    for (std::size_t i = 0; i < line.size(); ++i)
        region.mark_crossed({line[i], line[(i + 1) % line.size()]});
    region.fill_cells();
    return region;
}

/// Increases with y, so that an edge touches all slabs between its ends.
std::size_t Region::slab_of(float y) const {
    const double slab = (double{y} - min_.y) * slabs_a_pixel_;
    return std::min(static_cast<std::size_t>(slab), slabs - 1);
}

std::size_t Region::column_of(float x) const {
    const double column = (double{x} - min_.x) * columns_a_pixel_;
    return std::min(static_cast<std::size_t>(column), columns - 1);
}

void Region::sort_into_slabs(const std::vector<Edge>& edges) {
    std::vector<std::vector<Edge>> sorted(slabs);
    for (const Edge& edge : edges) {
        const auto [low, high] = std::minmax(edge.from.y, edge.to.y);
        for (std::size_t s = slab_of(low); s <= slab_of(high); ++s) sorted[s].push_back(edge);
    }
    offsets_.assign(slabs + 1, 0);
    for (std::size_t s = 0; s < slabs; ++s) {
        edges_.insert(edges_.end(), sorted[s].begin(), sorted[s].end());
        offsets_[s + 1] = edges_.size();
    }
}

/// Marks the cells that an edge touches and their neighbours, so that rounding does not matter.
void Region::mark_crossed(const Edge& edge) {
    const auto [low, high] = std::minmax(edge.from.y, edge.to.y);
    const double height = double{edge.to.y} - edge.from.y;
    const double width = double{edge.to.x} - edge.from.x;
    for (std::size_t s = slab_of(low); s <= slab_of(high); ++s) {
        // Where it enters and leaves the slab, as fractions of its length.
        const double top = min_.y + static_cast<double>(s) / slabs_a_pixel_;
        double enter = 0;
        double leave = 1;
        if (height != 0) {
            enter = std::clamp((top - edge.from.y) / height, 0.0, 1.0);
            leave = std::clamp((top + 1 / slabs_a_pixel_ - edge.from.y) / height, 0.0, 1.0);
        }
        const auto from = static_cast<float>(edge.from.x + width * enter);
        const auto to = static_cast<float>(edge.from.x + width * leave);
        const std::size_t first = column_of(std::max(std::min(from, to), min_.x));
        const std::size_t last = std::min(column_of(std::max({from, to, min_.x})) + 1, columns - 1);
        for (std::size_t row = s == 0 ? 0 : s - 1; row <= std::min(s + 1, slabs - 1); ++row)
            std::fill(cells_.begin() +
                          static_cast<std::ptrdiff_t>(row * columns + (first == 0 ? 0 : first - 1)),
                      cells_.begin() + static_cast<std::ptrdiff_t>(row * columns + last + 1),
                      Cell::crossed);
    }
}

void Region::fill_cells() {
    for (std::size_t s = 0; s < slabs; ++s)
        for (std::size_t c = 0; c < columns; ++c) {
            Cell& cell = cells_[s * columns + c];
            if (cell == Cell::crossed) continue;
            const Pixel middle{
                static_cast<float>(min_.x + (static_cast<double>(c) + 0.5) / columns_a_pixel_),
                static_cast<float>(min_.y + (static_cast<double>(s) + 0.5) / slabs_a_pixel_)};
            if (winding(middle) != 0) cell = Cell::inside;
        }
}

/// The winding number, from the edges that cross the ray to the right (Sunday 2001).
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
    // NaN is outside.
    const bool within = p.x >= min_.x && p.x <= max_.x && p.y >= min_.y && p.y <= max_.y;
    if (!within || is_box_ || cells_.empty()) return within && is_box_;
    const Cell cell = cells_[slab_of(p.y) * columns + column_of(p.x)];
    return cell == Cell::crossed ? winding(p) != 0 : cell == Cell::inside;
}

std::vector<std::size_t> pick_within(const PointLayer& points, const Region& region) {
    const std::size_t count = points.from.size();
    std::vector<std::uint8_t> marks(count);
    tbb::parallel_for(std::size_t{0}, (count + chunk_size - 1) / chunk_size, [&](std::size_t part) {
        const std::size_t first = part * chunk_size;
        mark_within(points, region, first, std::min(count, first + chunk_size), marks);
    });
    std::vector<std::size_t> found;
    found.reserve(static_cast<std::size_t>(std::count(marks.begin(), marks.end(), 1)));
    for (std::size_t i = 0; i < count; ++i)
        if (marks[i] != 0) found.push_back(i);
    return found;
}

}  // namespace epochscope
