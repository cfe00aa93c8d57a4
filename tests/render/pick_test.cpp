#include "support/catch.h"
#include "support/simd.h"

#include <epochscope/render/pick.h>

#include <cmath>
#include <limits>
#include <random>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// A layer whose units are pixels, y downwards from 100.
PointLayer layer_of(const std::vector<Point>& from, const std::vector<Point>& to, float t) {
    PointLayer points;
    points.from = from;
    points.to = to;
    points.t = t;
    points.mapping = {1, -1, 0, 100};
    return points;
}

}  // namespace

TEST_CASE("the nearest centre within reach is picked", "[render][simd]") {
    const std::vector<Point> places{{10, 50}, {20, 50}};
    const PointLayer points = layer_of(places, places, 0);
    CHECK(pick(points, {13, 50}, 5) == 0);
    CHECK(pick(points, {16, 50}, 5) == 1);
    CHECK(pick(points, {10, 54}, 4) == 0);
    CHECK_FALSE(pick(points, {10, 54.01F}, 4));
    CHECK_FALSE(pick(points, {10, 50}, -1));
    CHECK_FALSE(pick(PointLayer{}, {10, 50}, 100));
}

TEST_CASE("of equally near samples the one on top is picked", "[render][simd]") {
    std::vector<Point> places(2000, Point{10, 50});
    places.back() = {0, 0};
    CHECK(pick(layer_of(places, places, 0), {10, 50}, 5) == 1998);
    const std::vector<Point> both_sides{{8, 50}, {12, 50}};
    CHECK(pick(layer_of(both_sides, both_sides, 0), {10, 50}, 5) == 1);
}

TEST_CASE("hidden samples are passed over", "[render][simd]") {
    const std::vector<Point> places{{10, 50}, {11, 50}};
    const std::vector<std::int32_t> labels{0, 1};
    PointLayer points = layer_of(places, places, 0);
    points.labels = labels;
    points.hidden = {0, 1};
    CHECK(pick(points, {11, 50}, 5) == 0);
    points.hidden = {1, 1};
    CHECK_FALSE(pick(points, {11, 50}, 1e9F));
}

TEST_CASE("samples whose place is no number are passed over", "[render][simd]") {
    const float nan = std::nanf("");
    const float infinity = std::numeric_limits<float>::infinity();
    std::vector<Point> places(700, Point{nan, 50});
    places[3] = {10, infinity};
    places[611] = {12, 50};
    places[612] = {12, nan};
    const PointLayer points = layer_of(places, places, 0.5F);
    for_each_simd_target([&] {
        CHECK(pick(points, {10, 50}, 5) == 611);
        CHECK(pick(points, {10, 50}, infinity) == 611);
        CHECK_FALSE(pick(points, {10, 50}, 1));
    });
}

TEST_CASE("every SIMD target picks the same sample", "[render][simd]") {
    std::mt19937 random(5);
    std::uniform_real_distribution<float> place(0, 1);
    // More than one thread's share, and an odd rest.
    std::vector<Point> from(150'003);
    std::vector<Point> to(from.size());
    std::vector<std::int32_t> labels(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        // Many are equally near.
        from[i] = {std::floor(100 * place(random)), std::floor(100 * place(random))};
        to[i] = {place(random) * 100, place(random) * 100};
        labels[i] = static_cast<std::int32_t>(i % 3);
    }
    PointLayer points = layer_of(from, to, 0);
    points.labels = labels;
    for (const float t : {0.0F, 0.6F, 1.0F})
        for (const auto& hidden : {std::vector<std::uint8_t>{}, std::vector<std::uint8_t>{0, 1, 1}})
            for (int k = 0; k < 10; ++k) {
                points.t = t;
                points.hidden = hidden;
                const Pixel at{100 * place(random), 100 * place(random)};
                const auto expected = pick(points, at, 1000);
                REQUIRE(expected);
                CHECK_FALSE(points.is_hidden(*expected));
                for_each_simd_target([&] { CHECK(pick(points, at, 1000) == expected); });
            }
}

TEST_CASE("picking between epochs is exact", "[render][simd]") {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> place(0, 100);
    std::vector<Point> from(3000);
    std::vector<Point> to(3000);
    for (std::size_t i = 0; i < from.size(); ++i) {
        from[i] = {place(random), place(random)};
        to[i] = {place(random), place(random)};
    }
    for (const float t : {0.0F, 0.25F, 0.8F}) {
        const PointLayer points = layer_of(from, to, t);
        for (int k = 0; k < 50; ++k) {
            const Pixel at{place(random), place(random)};
            std::size_t expected = 0;
            double best = 1e300;
            for (std::size_t i = 0; i < from.size(); ++i) {
                const double x = from[i].x + (double{to[i].x} - from[i].x) * t;
                const double y = 100 - (from[i].y + (double{to[i].y} - from[i].y) * t);
                const double distance = std::hypot(x - at.x, y - at.y);
                if (distance < best) {
                    best = distance;
                    expected = i;
                }
            }
            CHECK(pick(points, at, 50) == expected);
        }
    }
}
