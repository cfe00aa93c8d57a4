#include "projection/boundary_placing.h"

#include "support/catch.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <stop_token>
#include <vector>

using namespace epochscope;

namespace {

/// Four groups at the corners of a square of feature space, a class each; in the plane they stand
/// at other corners, further apart, so that no linear map leads there.
struct Corners {
    static constexpr std::array<Point, 4> features{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}};
    static constexpr std::array<Point, 4> plane{{{0, 0}, {50, 0}, {0, 80}, {50, 80}}};

    std::vector<float> rows;
    std::vector<Point> places;
    /// Logits that are the greater the nearer a corner is: 2 x c - |c|^2.
    std::vector<float> weight;
    std::vector<float> bias;

    explicit Corners(std::size_t samples) {
        std::mt19937 random(3);
        std::normal_distribution<float> some(0, 0.4F);
        for (std::size_t i = 0; i < samples; ++i) {
            const float u = some(random);
            const float v = some(random);
            rows.insert(rows.end(), {features[i % 4].x + u, features[i % 4].y + v});
            places.push_back({plane[i % 4].x + 5 * u, plane[i % 4].y + 5 * v});
        }
        for (const Point corner : features) {
            weight.insert(weight.end(), {2 * corner.x, 2 * corner.y});
            bias.push_back(-corner.x * corner.x - corner.y * corner.y);
        }
    }

    [[nodiscard]] Head head() const { return DenseLayer{2, bias.size(), weight, bias}; }
};

/// The ten points of feature space that are nearest to each sample, and of the same points in the
/// plane: what share is both.
double kept(const Corners& corners, const PlacedBoundary& boundary) {
    constexpr std::size_t near = 10;
    const auto nearest = [&](const auto& distance) {
        std::vector<std::size_t> order(boundary.count());
        for (std::size_t b = 0; b < order.size(); ++b) order[b] = b;
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
        order.resize(near);
        return order;
    };
    std::size_t shared = 0;
    for (std::size_t i = 0; i < corners.places.size(); ++i) {
        const auto high = nearest([&](std::size_t b) {
            return std::hypot(boundary.rows[2 * b] - corners.rows[2 * i],
                              boundary.rows[2 * b + 1] - corners.rows[2 * i + 1]);
        });
        const auto low = nearest([&](std::size_t b) {
            return std::hypot(boundary.places[b].x - corners.places[i].x,
                              boundary.places[b].y - corners.places[i].y);
        });
        for (const std::size_t b : low)
            shared += std::find(high.begin(), high.end(), b) != high.end() ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(near * corners.places.size());
}

const BoundaryPlacing few{.points = 60, .samples = 120, .iterations = 100, .seed = 1};

}  // namespace

TEST_CASE("boundary points come to stand near the samples that they are near in feature space") {
    const Corners corners(1200);
    const PlacedBoundary placed =
        place_boundary({corners.rows, 2}, corners.places, corners.head(), few, {});
    REQUIRE(placed.count() == 60);
    REQUIRE(placed.rows.size() == 120);
    // They are where two classes' logits are equal: by Voronoi, half-way between two corners, some
    // of which are opposite in the plane.
    PlacedBoundary start =
        place_boundary({corners.rows, 2}, corners.places, corners.head(),
                       {.points = 60, .samples = 120, .iterations = 0, .seed = 1}, {});
    CHECK(start.rows == placed.rows);
    CHECK(kept(corners, placed) > kept(corners, start) + 0.1);
    // Chance would keep 10 of 60.
    CHECK(kept(corners, placed) > 0.4);
    // Nobody is driven off.
    for (const Point place : placed.places) {
        CHECK(std::abs(place.x - 25) < 200);
        CHECK(std::abs(place.y - 40) < 200);
    }
}

TEST_CASE(
    "boundary points are placed alike for the same seed, and not at all where there are none") {
    Corners corners(80);
    const Table rows{corners.rows, 2};
    const PlacedBoundary once = place_boundary(rows, corners.places, corners.head(), few, {});
    const PlacedBoundary again = place_boundary(rows, corners.places, corners.head(), few, {});
    REQUIRE(once.count() > 0);
    CHECK(once.rows == again.rows);
    const auto same = [](Point a, Point b) { return a.x == b.x && a.y == b.y; };
    CHECK(std::equal(once.places.begin(), once.places.end(), again.places.begin(),
                     again.places.end(), same));

    const std::vector<Point> one_place(80, {3, 3});
    CHECK(place_boundary(rows, one_place, corners.head(), few, {}).count() == 0);
    const std::vector<float> certain{0, 0, 0, 1000};
    const DenseLayer one_class{2, 4, corners.weight, certain};
    CHECK(place_boundary(rows, corners.places, one_class, few, {}).count() == 0);
}

TEST_CASE("placing boundary points ends when it is stopped") {
    const Corners corners(40);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(
        place_boundary({corners.rows, 2}, corners.places, corners.head(), few, stop.get_token()),
        Cancelled);
}
