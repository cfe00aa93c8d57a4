#include "analysis/faithfulness/rows.h"

#include "analysis/faithfulness/row_kernels.h"
#include "analysis/level.h"
#include "support/catch.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using namespace epochscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A row of whole tiles with many that are equal.
std::vector<double> random_row(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> row((count + 15) / 16 * 16, infinity);
    for (std::size_t i = 0; i < count; ++i) row[i] = static_cast<double>(random() % (count / 2));
    return row;
}

}  // namespace

TEST_CASE("tiles measure from a place to every point", "[faithfulness]") {
    // 17 points, so that a tile is all but empty.
    std::vector<float> points;
    for (int i = 0; i < 17; ++i) {
        points.push_back(static_cast<float>(i));
        points.push_back(2);
    }
    const Tiles tiles(Table{points, 2});
    REQUIRE(tiles.count() == 17);
    REQUIRE(tiles.padded_count() == 32);
    std::vector<double> row(32);
    const std::vector<float> place{1, 5};
    tiles.squares_from(place, row);
    CHECK(row[0] == 10);
    CHECK(row[1] == 9);
    CHECK(row[16] == 15 * 15 + 9);
    CHECK(std::all_of(row.begin() + 17, row.end(), [](double d) { return d == infinity; }));
    CHECK(square_between(place, std::span(points).last(2)) == row[16]);
}

TEST_CASE("entries of a row are selected and counted as sorting does", "[faithfulness]") {
    for (const std::size_t count : {5U, 16U, 100U, 333U}) {
        const std::vector<double> row = random_row(count, static_cast<unsigned>(count));
        std::vector<double> sorted = row;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t k = 1; k <= count; ++k) CHECK(kth_smallest(row, k) == sorted[k - 1]);
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
        std::vector<std::size_t> found;
        for_each_up_to(row, 2, [&](std::size_t i) { found.push_back(i); });
        CHECK(found.size() == count_below(row, std::vector<double>{2}).front().up_to);
        CHECK(std::all_of(found.begin(), found.end(), [&](std::size_t i) { return row[i] <= 2; }));
    }
}

#if defined(__x86_64__)
TEST_CASE("all levels give the same bits", "[faithfulness]") {
    if (best_level() == Level::plain) {
        WARN("[skipped] this processor has no AVX2");
        return;
    }
    const RowKernels plain = plain::row_kernels();
    const RowKernels wide = avx2::row_kernels();
    std::mt19937 random(1);
    const std::size_t tiles = 5;
    const std::size_t dimension = 7;
    std::vector<double> values(tiles * tile_width * dimension);
    for (double& value : values) value = static_cast<double>(random()) / 1e9;
    std::vector<float> place(dimension, 1.1F);
    std::vector<double> row(tiles * tile_width);
    std::vector<double> other(row.size());
    plain.squares(values.data(), tiles, dimension, place.data(), row.data());
    wide.squares(values.data(), tiles, dimension, place.data(), other.data());
    CHECK(row == other);
    const std::vector<double> limits{row[3], row[40], 0, infinity};
    std::vector<std::int64_t> counts(8);
    std::vector<std::int64_t> other_counts(8);
    plain.count(row.data(), tiles, limits.data(), counts.data());
    wide.count(row.data(), tiles, limits.data(), other_counts.data());
    CHECK(counts == other_counts);
    CHECK(counts[3] == static_cast<std::int64_t>(row.size()));
    for (std::size_t first = 0; first <= tiles; ++first)
        for (const double limit : row)
            CHECK(plain.find(row.data(), first, tiles, limit) ==
                  wide.find(row.data(), first, tiles, limit));
}
#endif
