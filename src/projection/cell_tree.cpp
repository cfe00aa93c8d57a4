#include "projection/cell_tree.h"

#include <oneapi/tbb/parallel_sort.h>

#include <algorithm>
#include <limits>

namespace epochscope {

namespace {

constexpr std::uint32_t leaf_samples = 8;
constexpr std::uint32_t crowd_samples = 64;
/// Bits of a coordinate: cells are no smaller than the plane over 2^16.
constexpr unsigned key_bits = 16;

/// The bits of a coordinate, a zero after each.
std::uint64_t spread(std::uint32_t value) {
    std::uint64_t bits = value;
    bits = (bits | (bits << 8U)) & 0x00ff00ffU;
    bits = (bits | (bits << 4U)) & 0x0f0f0f0fU;
    bits = (bits | (bits << 2U)) & 0x33333333U;
    bits = (bits | (bits << 1U)) & 0x55555555U;
    return bits;
}

/// Samples by the order in which a Z goes through the plane (Morton 1966), each behind its key.
std::vector<std::uint64_t> keys_of(const Layout& layout) {
    const auto [low_x, high_x] = std::ranges::minmax(layout.x);
    const auto [low_y, high_y] = std::ranges::minmax(layout.y);
    const double side = std::max(high_x - low_x, high_y - low_y);
    const double scale = side > 0 ? ((1U << key_bits) - 1U) / side : 0;
    std::vector<std::uint64_t> keys;
    keys.reserve(layout.size());
    for (std::size_t i = 0; i < layout.size(); ++i) {
        const auto column = static_cast<std::uint32_t>((layout.x[i] - low_x) * scale);
        const auto row = static_cast<std::uint32_t>((layout.y[i] - low_y) * scale);
        keys.push_back(((spread(row) << 1U | spread(column)) << 32U) | i);
    }
    tbb::parallel_sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

/// What is known of a cell's samples while it is gone through.
struct CellTree::Bounds {
    double sum_x = 0;
    double sum_y = 0;
    float low_x = std::numeric_limits<float>::infinity();
    float low_y = std::numeric_limits<float>::infinity();
    float high_x = -std::numeric_limits<float>::infinity();
    float high_y = -std::numeric_limits<float>::infinity();

    void add(float x, float y) {
        add({static_cast<double>(x), static_cast<double>(y), x, y, x, y});
    }
    void add(const Bounds& other) {
        sum_x += other.sum_x;
        sum_y += other.sum_y;
        low_x = std::min(low_x, other.low_x);
        low_y = std::min(low_y, other.low_y);
        high_x = std::max(high_x, other.high_x);
        high_y = std::max(high_y, other.high_y);
    }
    [[nodiscard]] float extent() const { return std::max(high_x - low_x, high_y - low_y); }
    /// The square of how far a place is from the box.
    [[nodiscard]] float square_to(float x, float y) const {
        const float dx = std::max({low_x - x, x - high_x, 0.0F});
        const float dy = std::max({low_y - y, y - high_y, 0.0F});
        return dx * dx + dy * dy;
    }
};

void CellTree::arrange(const Layout& layout) {
    const std::vector<std::uint64_t> keys = keys_of(layout);
    order_.clear();
    for (const std::uint64_t key : keys) order_.push_back(static_cast<std::int32_t>(key));
    cells_.clear();
    split(keys, 0, static_cast<std::uint32_t>(keys.size()), 2 * key_bits);
    crowds_.clear();
    crowd_together(0);
    place(layout);
    measure_cells();
}

void CellTree::split(std::span<const std::uint64_t> keys, std::uint32_t begin, std::uint32_t end,
                     unsigned shift) {
    // Quarters that hold all of it are no cells of their own.
    const auto quarter_of = [&](std::uint32_t at) { return keys[at] >> (32U + shift - 2U) & 3U; };
    const bool leaf = end - begin <= leaf_samples;
    while (!leaf && shift > 0 && quarter_of(begin) == quarter_of(end - 1)) shift -= 2;
    const std::size_t index = cells_.size();
    cells_.push_back({.begin = begin, .end = end, .leaf = leaf || shift == 0});
    if (!cells_[index].leaf) {
        std::uint32_t from = begin;
        while (from < end) {
            const auto quarter = quarter_of(from);
            std::uint32_t to = from;
            // By halves, not one by one: all samples are gone through at each depth otherwise.
            for (std::uint32_t left = end - from; left > 0;) {
                const std::uint32_t half = left / 2;
                if (quarter_of(to + half) == quarter) {
                    to += half + 1;
                    left -= half + 1;
                } else {
                    left = half;
                }
            }
            split(keys, from, to, shift - 2);
            from = to;
        }
    }
    cells_[index].next = static_cast<std::uint32_t>(cells_.size());
}

void CellTree::crowd_together(std::size_t index) {
    const auto size = [](const auto& of) { return of.end - of.begin; };
    const Cell& cell = cells_[index];
    if (cell.leaf || size(cell) <= crowd_samples) {
        crowds_.push_back({cell.begin, cell.end});
        return;
    }
    // Small quarters of a cell are one crowd; nothing joins what the cells of the cell part.
    bool open = false;
    for (std::size_t part = index + 1; part < cell.next; part = cells_[part].next) {
        const bool small = size(cells_[part]) <= crowd_samples;
        if (small && open && size(crowds_.back()) + size(cells_[part]) <= crowd_samples)
            crowds_.back().end = cells_[part].end;
        else
            crowd_together(part);
        open = small;
    }
}

CellTree::Bounds CellTree::bounds_of(const Cell& cell, std::size_t index,
                                     std::span<const Bounds> inside) const {
    Bounds bounds;
    if (cell.leaf)
        for (std::size_t at = cell.begin; at < cell.end; ++at) bounds.add(x_[at], y_[at]);
    else
        for (std::size_t part = index + 1; part < cell.next; part = cells_[part].next)
            bounds.add(inside[part]);
    return bounds;
}

void CellTree::place(const Layout& layout) {
    x_.resize(order_.size() + force_lanes);
    y_.resize(order_.size() + force_lanes);
    for (std::size_t at = 0; at < order_.size(); ++at) {
        const auto sample = static_cast<std::size_t>(order_[at]);
        x_[at] = static_cast<float>(layout.x[sample]);
        y_[at] = static_cast<float>(layout.y[sample]);
    }
}

void CellTree::measure_cells() {
    std::vector<Bounds> bounds(cells_.size());
    for (std::size_t index = cells_.size(); index-- > 0;) {
        Cell& cell = cells_[index];
        bounds[index] = bounds_of(cell, index, bounds);
        const double mass = cell.end - cell.begin;
        cell.mass = static_cast<float>(mass);
        cell.x = static_cast<float>(bounds[index].sum_x / mass);
        cell.y = static_cast<float>(bounds[index].sum_y / mass);
        cell.extent = bounds[index].extent();
    }
}

void CellTree::collect(const Crowd& crowd, BodyList& bodies) const {
    Bounds own;
    for (std::size_t at = crowd.begin; at < crowd.end; ++at) own.add(x_[at], y_[at]);
    bodies.clear();
    bodies.make_room(order_.size() + cells_.size());
    const float opening = opening_ * opening_;
    for (std::size_t index = 0; index < cells_.size();) {
        const Cell& cell = cells_[index];
        // What has no extent is one body, however near.
        if (cell.extent * cell.extent <= opening * own.square_to(cell.x, cell.y)) {
            bodies.add(cell.x, cell.y, cell.mass);
            index = cell.next;
        } else if (cell.leaf) {
            for (std::size_t at = cell.begin; at < cell.end; ++at) bodies.add(x_[at], y_[at], 1);
            index = cell.next;
        } else {
            ++index;
        }
    }
}

}  // namespace epochscope
