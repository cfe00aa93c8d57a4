#include "support/catch.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

struct Rows {
    std::vector<float> values;
    std::size_t columns = 0;

    [[nodiscard]] Table table() const { return {values, columns}; }
};

Rows random_rows(std::size_t count, std::size_t columns, unsigned seed, float scale = 1,
                 float shift = 0) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    Rows rows{{}, columns};
    for (std::size_t i = 0; i < count * columns; ++i)
        rows.values.push_back(shift + scale * uniform(random));
    return rows;
}

double plain_distance(std::span<const float> x, std::span<const float> y, Distance distance) {
    long double product = 0;
    long double xx = 0;
    long double yy = 0;
    long double squares = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const long double a = x[d];
        const long double b = y[d];
        product += a * b;
        xx += a * a;
        yy += b * b;
        squares += (a - b) * (a - b);
    }
    if (distance == Distance::euclidean) return static_cast<double>(std::sqrt(squares));
    if (xx == 0 || yy == 0) return 1;
    return static_cast<double>(1 - product / std::sqrt(xx * yy));
}

/// The nearest by looking at all, as the header defines them.
std::vector<std::int32_t> plain_nearest(std::span<const float> query, const Table& points,
                                        std::size_t count, Distance distance,
                                        const std::function<bool(std::size_t)>& counts) {
    std::vector<std::pair<double, std::int32_t>> all;
    for (std::size_t p = 0; p < points.rows(); ++p)
        if (counts(p))
            all.emplace_back(plain_distance(query, points.row(p), distance),
                             static_cast<std::int32_t>(p));
    std::sort(all.begin(), all.end());
    std::vector<std::int32_t> nearest;
    for (std::size_t i = 0; i < std::min(count, all.size()); ++i) nearest.push_back(all[i].second);
    return nearest;
}

void check_against_plain(const Rows& rows, std::size_t count, Distance distance) {
    const Table table = rows.table();
    const NearestPoints found = nearest_others(table, {.count = count, .distance = distance});
    REQUIRE(found.count == std::min(count, table.rows() - 1));
    REQUIRE(found.points.size() == table.rows() * found.count);
    std::size_t wrong = 0;
    double off = 0;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const auto plain = plain_nearest(table.row(i), table, count, distance,
                                         [i](std::size_t p) { return p != i; });
        if (!std::ranges::equal(found.of(i), plain)) ++wrong;
        for (std::size_t n = 0; n < found.count; ++n) {
            const auto point = static_cast<std::size_t>(found.of(i)[n]);
            const double exact = plain_distance(table.row(i), table.row(point), distance);
            // What is left of 1 - 1 is as exact as 1 is.
            const double unit = distance == Distance::cosine ? 1 : exact + 1e-35;
            off = std::max(off, std::abs(found.distances_of(i)[n] - exact) / unit);
        }
    }
    CHECK(wrong == 0);
    CHECK(off < 1e-14);
}

}  // namespace

TEST_CASE("nearest points in feature space are those that looking at all finds") {
    for (const Distance distance : {Distance::euclidean, Distance::cosine}) {
        check_against_plain(random_rows(700, 33, 1), 15, distance);
        check_against_plain(random_rows(300, 1, 2), 4, Distance::euclidean);
        check_against_plain(random_rows(1500, 2, 3), 7, distance);
        // More points than are multiplied at once, and clusters much narrower than they are far.
        Rows clusters = random_rows(1200, 5, 4, 1e-3F);
        for (std::size_t i = 0; i < clusters.values.size(); ++i)
            clusters.values[i] += static_cast<float>(i / 5 % 7);
        check_against_plain(clusters, 10, distance);
    }
}

TEST_CASE("far from the middle, very large and very small embeddings keep their neighbours") {
    check_against_plain(random_rows(300, 8, 5, 1, 10000), 5, Distance::euclidean);
    for (const float scale : {1e-30F, 1e30F}) {
        check_against_plain(random_rows(300, 8, 6, scale), 5, Distance::euclidean);
        check_against_plain(random_rows(300, 8, 6, scale), 5, Distance::cosine);
    }
    // One that is far from all the others takes single precision away from them.
    Rows rows = random_rows(300, 3, 7, 1e-4F);
    rows.values[0] = 1e6F;
    check_against_plain(rows, 5, Distance::euclidean);
}

TEST_CASE("of equally near points the first come first, duplicates among them") {
    // Ten times the same 40 whole-numbered points.
    Rows rows{{}, 2};
    for (int copy = 0; copy < 10; ++copy)
        for (int i = 0; i < 40; ++i) {
            rows.values.push_back(static_cast<float>(i % 8));
            rows.values.push_back(static_cast<float>(i / 8));
        }
    check_against_plain(rows, 12, Distance::euclidean);
    const NearestPoints found = nearest_others(rows.table(), {.count = 9});
    const std::vector<std::int32_t> others{40, 80, 120, 160, 200, 240, 280, 320, 360};
    CHECK(std::ranges::equal(found.of(0), others));
    CHECK(found.distances_of(0)[8] == 0);
    // All in one place.
    const Rows same{std::vector<float>(600, 2.5F), 3};
    CHECK(nearest_others(same.table(), {.count = 3}).of(1)[1] == 2);
}

TEST_CASE("a zero embedding has the cosine distance 1 to all") {
    const Rows rows{{0, 0, 1, 0, 2, 0.1F, -1, 0}, 2};
    const NearestPoints found =
        nearest_others(rows.table(), {.count = 3, .distance = Distance::cosine});
    CHECK(std::ranges::equal(found.of(0), std::vector<std::int32_t>{1, 2, 3}));
    CHECK(std::ranges::equal(found.of(1), std::vector<std::int32_t>{2, 0, 3}));
    CHECK(found.distances_of(1)[2] == Approx(2));
}

TEST_CASE("there are no more neighbours than points") {
    const Rows one{{1, 2}, 2};
    CHECK(nearest_others(one.table(), {.count = 5}).count == 0);
    const Rows two{{1, 2, 3, 4}, 2};
    const NearestPoints found = nearest_others(two.table(), {.count = 5});
    CHECK(found.count == 1);
    CHECK(found.of(1)[0] == 0);
    CHECK(nearest_others(two.table(), {.count = 0}).points.empty());
    CHECK(nearest_points(two.table(), one.table(), {.count = 5}).of(1)[0] == 0);
}

TEST_CASE("nearest points of queries count a point in the same place") {
    const Rows points = random_rows(400, 6, 8);
    const Rows queries = random_rows(50, 6, 9);
    const NearestPoints found = nearest_points(queries.table(), points.table(), {.count = 3});
    for (std::size_t q = 0; q < 50; ++q)
        CHECK(std::ranges::equal(
            found.of(q), plain_nearest(queries.table().row(q), points.table(), 3,
                                       Distance::euclidean, [](std::size_t) { return true; })));
    CHECK(nearest_points(points.table(), points.table(), {.count = 1}).of(7)[0] == 7);
}

TEST_CASE("neighbours are found by class") {
    const Rows rows = random_rows(1300, 9, 10);
    std::vector<std::int32_t> classes;
    for (int i = 0; i < 1300; ++i) classes.push_back(i % 4);
    classes[5] = 6;  // alone in its class
    for (const Distance distance : {Distance::euclidean, Distance::cosine}) {
        const NearestByClass found =
            nearest_by_class(rows.table(), classes, {.count = 6, .distance = distance});
        const NeighbourLists intra(found.intra.offsets, found.intra.samples);
        const NeighbourLists inter(found.inter.offsets, found.inter.samples);
        REQUIRE(intra.size() == 1300);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < 1300; ++i) {
            const auto own =
                plain_nearest(rows.table().row(i), rows.table(), 6, distance,
                              [&](std::size_t p) { return p != i && classes[p] == classes[i]; });
            const auto other =
                plain_nearest(rows.table().row(i), rows.table(), 6, distance,
                              [&](std::size_t p) { return classes[p] != classes[i]; });
            if (!std::ranges::equal(intra[i], own) || !std::ranges::equal(inter[i], other)) ++wrong;
        }
        CHECK(wrong == 0);
        CHECK(intra[5].empty());
    }
}

TEST_CASE("neighbours are the same for any number of threads") {
    const Rows rows = random_rows(900, 16, 11);
    const NearestPoints one = nearest_others(rows.table(), {.threads = 1});
    const NearestPoints many = nearest_others(rows.table(), {.threads = 3});
    CHECK(one.points == many.points);
    CHECK(one.distances == many.distances);
}

TEST_CASE("looking for neighbours can be stopped and tells how far it is") {
    const Rows rows = random_rows(500, 4, 12);
    std::vector<double> told;
    (void)nearest_others(
        rows.table(), {},
        {.progress = [&](double fraction) { told.push_back(fraction); }, .stop = {}});
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.back() == 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(nearest_others(rows.table(), {}, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("of few samples even the quick way finds all neighbours") {
    const Rows rows = random_rows(120, 5, 13);
    std::vector<std::int32_t> classes;
    for (int i = 0; i < 120; ++i) classes.push_back(i % 3);
    classes[5] = 4;  // alone in its class, and of another there is none
    for (const Distance distance : {Distance::euclidean, Distance::cosine}) {
        const NearestOptions options{.count = 6, .distance = distance};
        const NearestByClass exact = nearest_by_class(rows.table(), classes, options);
        const ApproximateByClass found =
            approximately_nearest_by_class(rows.table(), classes, options);
        CHECK(found.recall == 1);
        CHECK(found.lists.intra.offsets == exact.intra.offsets);
        CHECK(found.lists.intra.samples == exact.intra.samples);
        CHECK(found.lists.inter.samples == exact.inter.samples);
    }
}

TEST_CASE("the quick way says how many of the nearest it finds") {
    const Rows rows = random_rows(3000, 24, 14);
    std::vector<std::int32_t> classes;
    for (int i = 0; i < 3000; ++i) classes.push_back(i % 2);
    const NearestOptions options{.count = 10, .threads = 1};
    const ApproximateByClass found = approximately_nearest_by_class(rows.table(), classes, options);
    const NearestByClass exact = nearest_by_class(rows.table(), classes, options);
    // By the samples that are asked: every fifteenth.
    std::size_t had = 0;
    for (std::size_t i = 0; i < 3000; i += 15)
        for (const auto& [lists, true_lists] : {std::pair(&found.lists.intra, &exact.intra),
                                                std::pair(&found.lists.inter, &exact.inter)}) {
            const auto near = NeighbourLists(lists->offsets, lists->samples)[i];
            for (const std::int32_t other :
                 NeighbourLists(true_lists->offsets, true_lists->samples)[i])
                had += std::ranges::find(near, other) != near.end() ? 1 : 0;
        }
    CHECK(found.recall == Approx(static_cast<double>(had) / 4000));
    CHECK(found.recall > 0.8);
    const ApproximateByClass many =
        approximately_nearest_by_class(rows.table(), classes, {.count = 10, .threads = 2});
    CHECK(many.lists.intra.samples == found.lists.intra.samples);
    CHECK(many.lists.inter.samples == found.lists.inter.samples);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(approximately_nearest_by_class(rows.table(), classes, options,
                                                   {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("the rows nearest to a place, the first of equally near ones first", "[analysis]") {
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    constexpr float endless = std::numeric_limits<float>::infinity();
    // From (1, 2): 5 away, itself, 5, no number, 1, endlessly far, 13.
    const Rows rows{{4, 6, 1, 2, -2, 6, none, 2, 1, 3, endless, 0, 6, 14}, 2};
    const std::vector<float> place{1, 2};
    const NearestPoints four = nearest_to(place, rows.table(), {.count = 4});
    CHECK(four.points == std::vector<std::int32_t>{1, 4, 0, 2});
    CHECK(four.distances == std::vector<double>{0, 1, 5, 5});
    CHECK(four.count == 4);
    const NearestPoints all = nearest_to(place, rows.table(), {.count = 15});
    CHECK(all.points == std::vector<std::int32_t>{1, 4, 0, 2, 6});
    CHECK(all.distances.back() == 13);
    CHECK(all.of(0).size() == 5);
    // By the angle, (1, 2) is nearest to what goes its way, and as far from nothing as can be.
    const Rows ways{{0, 0, 10, 20, -2, 1}, 2};
    const NearestPoints turned =
        nearest_to(place, ways.table(), {.count = 3, .distance = Distance::cosine});
    CHECK(turned.points == std::vector<std::int32_t>{1, 0, 2});
    CHECK(turned.distances[0] == Approx(0).margin(1e-12));
    CHECK(turned.distances[1] == 1);
    CHECK(turned.distances[2] == Approx(1));
}

TEST_CASE("one place is answered as many are, by any number of threads", "[analysis]") {
    // More than a thread looks at at once.
    const Rows rows = random_rows(9000, 60, 5);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto place = rows.table().row(i * 1000);
        const NearestPoints expected = nearest_points({place, 60}, rows.table(), {.count = 20});
        for (const int threads : {1, 2, 0}) {
            const NearestPoints nearest =
                nearest_to(place, rows.table(), {.count = 20, .threads = threads});
            CHECK(nearest.points == expected.points);
            CHECK(nearest.distances == expected.distances);
        }
    }
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(nearest_to(rows.table().row(0), rows.table(), {},
                               {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}
