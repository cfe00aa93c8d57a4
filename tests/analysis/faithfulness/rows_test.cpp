#include "analysis/faithfulness/rows.h"

#include "analysis/faithfulness/row_kernels.h"
#include "support/catch.h"
#include "support/simd.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A row of whole tiles with many that are equal.
std::vector<double> random_row(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> row((count + tile_width - 1) / tile_width * tile_width, infinity);
    for (std::size_t i = 0; i < count; ++i) row[i] = static_cast<double>(random() % (count / 2));
    return row;
}

}  // namespace

TEST_CASE("tiles measure from a place to every point", "[faithfulness][simd]") {
    // 33 points, so that a tile is all but empty.
    std::vector<float> points;
    for (int i = 0; i < 33; ++i) {
        points.push_back(static_cast<float>(i));
        points.push_back(2);
    }
    const Tiles tiles(Table{points, 2});
    REQUIRE(tiles.count() == 33);
    REQUIRE(tiles.padded_count() == 64);
    std::vector<double> row(64);
    const std::vector<float> place{1, 5};
    tiles.squares_from(place, row);
    CHECK(row[0] == 10);
    CHECK(row[1] == 9);
    CHECK(row[32] == 31 * 31 + 9);
    CHECK(std::all_of(row.begin() + 33, row.end(), [](double d) { return d == infinity; }));
    std::vector<double> rows(2 * row.size());
    tiles.squares_from(Table{std::span(points).subspan(8, 4), 2}, rows);
    CHECK(rows[4] == 0);
    CHECK(rows[row.size() + 4] == 1);
    CHECK(rows[row.size() + 32] == 27 * 27);
    CHECK(square_between(place, std::span(points).last(2)) == row[32]);
}

TEST_CASE("entries of a row are selected and counted as sorting does", "[faithfulness][simd]") {
    for (const std::size_t count : {5U, 32U, 100U, 333U}) {
        const std::vector<double> row = random_row(count, static_cast<unsigned>(count));
        std::vector<double> sorted = row;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t k = 1; k <= count; ++k) {
            std::vector<std::int32_t> found;
            find_small(row, k, found);
            CHECK(std::is_sorted(found.begin(), found.end()));
            std::vector<double> entries;
            entries.reserve(found.size());
            for (const std::int32_t i : found) entries.push_back(row[static_cast<std::size_t>(i)]);
            std::sort(entries.begin(), entries.end());
            // All up to the k-th are there, whatever else is.
            const auto needed = std::upper_bound(sorted.begin(), sorted.end(), sorted[k - 1]);
            REQUIRE(std::distance(sorted.begin(), needed) <=
                    static_cast<std::ptrdiff_t>(entries.size()));
            CHECK(std::equal(sorted.begin(), needed, entries.begin()));
            CHECK(entries.back() < infinity);
        }
        // Few at a time, then more than are counted one by one.
        for (const std::size_t limit_count : {1U, 6U, 70U}) {
            std::vector<double> limits;
            for (std::size_t i = 0; i < limit_count; ++i) limits.push_back(row[i % count]);
            const std::vector<Below> counts = count_below(row, limits);
            REQUIRE(counts.size() == limit_count);
            for (std::size_t i = 0; i < limit_count; ++i) {
                const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), limits[i]);
                CHECK(counts[i].below == static_cast<std::size_t>(low - sorted.begin()));
                CHECK(counts[i].up_to == static_cast<std::size_t>(high - sorted.begin()));
            }
        }
    }
}

TEST_CASE("every SIMD target gives the same bytes", "[faithfulness][simd]") {
    std::mt19937 random(1);
    const std::size_t tiles = 5;
    const std::size_t dimension = 7;
    std::vector<double> values(tiles * tile_width * dimension);
    for (double& value : values) value = static_cast<double>(random()) / 1e9;
    const std::vector<float> place(dimension, 1.1F);
    std::vector<double> row(tiles * tile_width);
    std::vector<std::int64_t> counts(8);
    use_simd_target(simd_targets().back());
    sum_squares(values.data(), tiles, dimension, place.data(), row.data());
    const std::vector<double> limits{row[3], row[40], 0, infinity};
    count_entries(row.data(), tiles, limits.data(), counts.data());
    CHECK(counts[2] == 0);
    CHECK(counts[3] == static_cast<std::int64_t>(row.size()));
    for_each_simd_target([&] {
        std::vector<double> other(row.size());
        sum_squares(values.data(), tiles, dimension, place.data(), other.data());
        CHECK(row == other);
        std::vector<std::int64_t> other_counts(8);
        count_entries(row.data(), tiles, limits.data(), other_counts.data());
        CHECK(counts == other_counts);
        std::vector<double> minima(tiles);
        find_minima(row.data(), tiles, minima.data());
        for (std::size_t tile = 0; tile < tiles; ++tile)
            CHECK(minima[tile] ==
                  *std::min_element(
                      row.begin() + static_cast<std::ptrdiff_t>(tile * tile_width),
                      row.begin() + static_cast<std::ptrdiff_t>((tile + 1) * tile_width)));
    });
}
