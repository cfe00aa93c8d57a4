#include "projection/landscape_field.h"

#include <epochscope/compute/threads.h>
#include <epochscope/projection/landscape.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

/// The side of a tile of pixels.
constexpr std::size_t tile = 32;

/// A class's logit over columns and rows of pixels.
struct Slope {
    double at_first = 0;
    double per_column = 0;
    double per_row = 0;

    [[nodiscard]] double at(std::size_t column, std::size_t row) const {
        return at_first + per_column * static_cast<double>(column) +
               per_row * static_cast<double>(row);
    }
};

/// What tells classes from each other, within -1..1: what they share does not matter, nor does how
/// large logits are.
std::vector<Slope> slopes_of(std::span<const LogitPlane> planes, const Box& frame, Size size) {
    const double step_x = (double{frame.max.x} - frame.min.x) / size.width;
    const double step_y = (double{frame.max.y} - frame.min.y) / size.height;
    const double x = frame.min.x + step_x / 2;
    const double y = frame.min.y + step_y / 2;
    std::vector<Slope> slopes;
    Slope mean;
    const double share = 1 / static_cast<double>(planes.size());
    for (const LogitPlane& plane : planes) {
        slopes.push_back({plane.at_origin + plane.per_x * x + plane.per_y * y, plane.per_x * step_x,
                          plane.per_y * step_y});
        mean.at_first += share * slopes.back().at_first;
        mean.per_column += share * slopes.back().per_column;
        mean.per_row += share * slopes.back().per_row;
    }
    double greatest = 0;
    for (Slope& slope : slopes) {
        slope.at_first -= mean.at_first;
        slope.per_column -= mean.per_column;
        slope.per_row -= mean.per_row;
        greatest =
            std::max(greatest, std::abs(slope.at_first) + size.width * std::abs(slope.per_column) +
                                   size.height * std::abs(slope.per_row));
    }
    if (greatest > 0)
        for (Slope& slope : slopes)
            slope = {slope.at_first / greatest, slope.per_column / greatest,
                     slope.per_row / greatest};
    return slopes;
}

/// Pixels from first to last, both included, of columns and rows.
struct Tile {
    std::array<std::size_t, 2> columns;
    std::array<std::size_t, 2> rows;
};

/// Whether a is below b all over a tile: linear functions are where they are at its corners.
bool is_below(const Slope& a, const Slope& b, const Tile& t) {
    for (const std::size_t column : t.columns)
        for (const std::size_t row : t.rows)
            if (!(a.at(column, row) < b.at(column, row))) return false;
    return true;
}

/// The classes that may be the first, the second or the last somewhere in a tile, in order.
void find_candidates(std::span<const Slope> slopes, const Tile& t,
                     std::vector<std::size_t>& candidates) {
    candidates.clear();
    const auto in_middle = [&](std::size_t c) {
        return slopes[c].at((t.columns[0] + t.columns[1]) / 2, (t.rows[0] + t.rows[1]) / 2);
    };
    std::size_t first = 0;
    std::size_t last = 0;
    for (std::size_t c = 1; c < slopes.size(); ++c) {
        if (in_middle(c) > in_middle(first)) first = c;
        if (in_middle(c) < in_middle(last)) last = c;
    }
    std::size_t second = first == 0 && slopes.size() > 1 ? 1 : 0;
    for (std::size_t c = 0; c < slopes.size(); ++c)
        if (c != first && in_middle(c) > in_middle(second)) second = c;
    for (std::size_t c = 0; c < slopes.size(); ++c) {
        const bool in_between = is_below(slopes[c], slopes[first], t) &&
                                is_below(slopes[c], slopes[second], t) &&
                                is_below(slopes[last], slopes[c], t);
        if (!in_between) candidates.push_back(c);
    }
}

/// Fills a row of a tile. Loops over pixels are inside and without branches, for vectors.
void fill_row(std::span<const Slope> slopes, std::span<const std::size_t> candidates, const Tile& t,
              std::size_t row, LandscapeField& field) {
    constexpr float lowest = std::numeric_limits<float>::lowest();
    std::array<float, tile> first{};
    std::array<float, tile> second{};
    std::array<float, tile> last{};
    std::array<std::int32_t, tile> leader{};
    first.fill(lowest);
    second.fill(lowest);
    last.fill(std::numeric_limits<float>::max());
    for (const std::size_t c : candidates) {
        const auto base = static_cast<float>(slopes[c].at(t.columns[0], row));
        const auto slope = static_cast<float>(slopes[c].per_column);
        const auto number = static_cast<std::int32_t>(c);
        for (std::size_t p = 0; p < tile; ++p) {
            const float value = base + slope * static_cast<float>(static_cast<int>(p));
            const float less = value < first[p] ? value : first[p];
            second[p] = less > second[p] ? less : second[p];
            leader[p] = value > first[p] ? number : leader[p];
            first[p] = value > first[p] ? value : first[p];
            last[p] = value < last[p] ? value : last[p];
        }
    }
    const std::size_t begin = row * field.width() + t.columns[0];
    const std::size_t count = t.columns[1] - t.columns[0] + 1;
    for (std::size_t p = 0; p < count; ++p) {
        field.leader[begin + p] = leader[p];
        field.gap[begin + p] =
            first[p] > last[p] ? (first[p] - second[p]) / (first[p] - last[p]) : 0;
    }
}

}  // namespace

LandscapeField field_by_planes(std::span<const LogitPlane> planes, const Box& part, Size size,
                               int threads) {
    LandscapeField field(size);
    const std::vector<Slope> slopes = slopes_of(planes, part, size);
    const auto fill_tiles = [&](std::size_t tile_row) {
        std::vector<std::size_t> candidates;
        const std::size_t row = tile_row * tile;
        for (std::size_t column = 0; column < field.width(); column += tile) {
            const Tile t{{column, std::min(column + tile, field.width()) - 1},
                         {row, std::min(row + tile, field.height()) - 1}};
            find_candidates(slopes, t, candidates);
            for (std::size_t r = t.rows[0]; r <= t.rows[1]; ++r)
                fill_row(slopes, candidates, t, r, field);
        }
    };
    // Without classes all is white.
    if (!slopes.empty())
        on_threads(threads, [&] {
            tbb::parallel_for(std::size_t{0}, (field.height() + tile - 1) / tile, fill_tiles);
        });
    return field;
}

Image paint_by_planes(std::span<const LogitPlane> planes, const Box& frame,
                      std::span<const Colour> colours, Size size, int threads) {
    const LandscapeField field = field_by_planes(planes, frame, size, threads);
    return coloured(field, colours, greatest_gap(field), threads);
}

}  // namespace epochscope
