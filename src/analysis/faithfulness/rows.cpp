#include "analysis/faithfulness/rows.h"

#include <algorithm>
#include <array>
#include <limits>

namespace epochscope {

namespace {

/// More limits than these are counted in a sorted copy.
constexpr std::size_t few = 64;

std::vector<Below> counted_in_order(std::span<const double> row, std::span<const double> limits) {
    std::vector<double> sorted(row.begin(), row.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<Below> counts;
    for (const double limit : limits) {
        const auto below = std::lower_bound(sorted.begin(), sorted.end(), limit);
        const auto above = std::upper_bound(below, sorted.end(), limit);
        counts.push_back({static_cast<std::size_t>(below - sorted.begin()),
                          static_cast<std::size_t>(above - sorted.begin())});
    }
    return counts;
}

}  // namespace

Tiles::Tiles(const Table& points)
    : count_(points.rows()),
      dimension_(points.columns),
      values_(padded_count() * points.columns, std::numeric_limits<double>::infinity()) {
    for (std::size_t i = 0; i < count_; ++i) {
        const auto row = points.row(i);
        double* value = values_.data() + i / width * width * dimension_ + i % width;
        for (std::size_t d = 0; d < dimension_; ++d) value[d * width] = row[d];
    }
}

std::size_t Tiles::padded_count() const { return (count_ + width - 1) / width * width; }

void Tiles::squares_from(std::span<const float> place, std::span<double> row) const {
    sum_squares(values_.data(), row.size() / width, dimension_, place.data(), row.data());
}

void Tiles::squares_from(const Table& places, std::span<double> rows) const {
    const std::size_t length = padded_count();
    for (std::size_t first = 0; first < length; first += width)
        for (std::size_t i = 0; i < places.rows(); ++i)
            sum_squares(values_.data() + first * dimension_, 1, dimension_, places.row(i).data(),
                        rows.data() + i * length + first);
}

double square_between(std::span<const float> x, std::span<const float> y) {
    double sum = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double difference = static_cast<double>(y[d]) - static_cast<double>(x[d]);
        sum += difference * difference;
    }
    return sum;
}

std::vector<Below> count_below(std::span<const double> row, std::span<const double> limits) {
    if (limits.size() > few) return counted_in_order(row, limits);
    std::vector<Below> found(limits.size());
    for (std::size_t first = 0; first < limits.size(); first += limits_at_once) {
        const std::size_t some = std::min(limits_at_once, limits.size() - first);
        std::array<double, limits_at_once> part{};
        std::copy_n(limits.begin() + static_cast<std::ptrdiff_t>(first), some, part.begin());
        std::array<std::int64_t, 2 * limits_at_once> counts{};
        count_entries(row.data(), row.size() / tile_width, part.data(), counts.data());
        for (std::size_t i = 0; i < some; ++i)
            found[first + i] = {static_cast<std::size_t>(counts[i]),
                                static_cast<std::size_t>(counts[limits_at_once + i])};
    }
    return found;
}

void find_small(std::span<const double> row, std::size_t k, std::vector<std::int32_t>& found) {
    found.clear();
    const std::size_t tiles = row.size() / tile_width;
    std::vector<double> least(tiles);
    find_minima(row.data(), tiles, least.data());
    double bound = std::numeric_limits<double>::max();
    if (tiles >= 2 * k) {
        // Each of the k tiles with the smallest ones has one: there are k up to the last of them.
        std::vector<double> smallest = least;
        const auto kth = smallest.begin() + static_cast<std::ptrdiff_t>(k) - 1;
        std::nth_element(smallest.begin(), kth, smallest.end());
        bound = std::min(*kth, bound);
    }
    for (std::size_t tile = 0; tile < tiles; ++tile) {
        if (least[tile] > bound) continue;
        for (std::size_t i = tile * tile_width; i < (tile + 1) * tile_width; ++i)
            if (row[i] <= bound) found.push_back(static_cast<std::int32_t>(i));
    }
}

}  // namespace epochscope
