#include "analysis/faithfulness/rows.h"

#include "analysis/faithfulness/row_kernels.h"
#include "analysis/level.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace epochscope {

namespace plain {

namespace {

constexpr std::size_t lanes = 2;

#include "analysis/faithfulness/row_loops.h"

}  // namespace

RowKernels row_kernels() { return {squares, count, find}; }

}  // namespace plain

namespace {

static_assert(Tiles::width == tile_width);

/// More limits than these are counted in a sorted copy; more entries are selected, not inserted.
constexpr std::size_t few = 64;

const RowKernels& kernels() {
#if defined(__x86_64__)
    static const RowKernels chosen =
        best_level() == Level::plain ? plain::row_kernels() : avx2::row_kernels();
#else
    static const RowKernels chosen = plain::row_kernels();
#endif
    return chosen;
}

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
    kernels().squares(values_.data(), row.size() / width, dimension_, place.data(), row.data());
}

double square_between(std::span<const float> x, std::span<const float> y) {
    double sum = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double difference = static_cast<double>(y[d]) - static_cast<double>(x[d]);
        sum += difference * difference;
    }
    return sum;
}

std::size_t next_tile_up_to(std::span<const double> row, std::size_t first, double limit) {
    // Not above it is below the next number.
    const double beyond = std::nextafter(limit, std::numeric_limits<double>::infinity());
    return kernels().find(row.data(), first / tile_width, row.size() / tile_width, beyond) *
           tile_width;
}

std::vector<Below> count_below(std::span<const double> row, std::span<const double> limits) {
    if (limits.size() > few) return counted_in_order(row, limits);
    std::vector<Below> found(limits.size());
    for (std::size_t first = 0; first < limits.size(); first += limits_at_once) {
        const std::size_t some = std::min(limits_at_once, limits.size() - first);
        std::array<double, limits_at_once> part{};
        std::copy_n(limits.begin() + static_cast<std::ptrdiff_t>(first), some, part.begin());
        std::array<std::int64_t, 2 * limits_at_once> counts{};
        kernels().count(row.data(), row.size() / tile_width, part.data(), counts.data());
        for (std::size_t i = 0; i < some; ++i)
            found[first + i] = {static_cast<std::size_t>(counts[i]),
                                static_cast<std::size_t>(counts[limits_at_once + i])};
    }
    return found;
}

double kth_smallest(std::span<const double> row, std::size_t k) {
    if (k > few) {
        std::vector<double> entries(row.begin(), row.end());
        const auto kth = entries.begin() + static_cast<std::ptrdiff_t>(k) - 1;
        std::nth_element(entries.begin(), kth, entries.end());
        return *kth;
    }
    std::array<double, few> smallest{};
    const auto end = smallest.begin() + static_cast<std::ptrdiff_t>(k);
    std::fill(smallest.begin(), end, std::numeric_limits<double>::infinity());
    double& last = smallest[k - 1];
    const std::size_t tiles = row.size() / tile_width;
    for (std::size_t tile = 0; (tile = kernels().find(row.data(), tile, tiles, last)) < tiles;
         ++tile)
        for (const double entry : row.subspan(tile * tile_width, tile_width)) {
            if (!(entry < last)) continue;
            const auto place = std::upper_bound(smallest.begin(), end, entry);
            std::move_backward(place, end - 1, end);
            *place = entry;
        }
    return last;
}

}  // namespace epochscope
