#include "support/catch.h"

#include <epochscope/render/pick_region.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

using namespace epochscope;

namespace {

using Samples = std::vector<std::size_t>;

/// How often a closed line goes round a place that does not lie on it: the angle swept, in turns.
long turns_around(const std::vector<Pixel>& line, Pixel p) {
    double angle = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Pixel a = line[i];
        const Pixel b = line[(i + 1) % line.size()];
        const double ax = double{a.x} - p.x;
        const double ay = double{a.y} - p.y;
        const double bx = double{b.x} - p.x;
        const double by = double{b.y} - p.y;
        angle += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
    return std::lround(angle / (2 * std::numbers::pi));
}

/// More than one thread's share of samples, at two epochs, in pixels.
struct Cloud {
    std::vector<Point> from;
    std::vector<Point> to;
    std::vector<std::int32_t> labels;

    Cloud() {
        std::mt19937 random(11);
        std::uniform_real_distribution<float> place(-20, 420);
        for (int i = 0; i < 150'003; ++i) {
            from.push_back({place(random), place(random)});
            to.push_back({place(random), place(random)});
            labels.push_back(i % 3);
        }
        from[5].x = std::nanf("");
        to[77'000].y = std::numeric_limits<float>::infinity();
    }
    [[nodiscard]] PointLayer layer() const {
        PointLayer points;
        points.from = from;
        points.to = to;
        points.t = 0.37F;
        points.mapping = {1, -1, 0, 400};
        points.labels = labels;
        points.hidden = {0, 1, 0};
        return points;
    }
};

}  // namespace

TEST_CASE("a box holds what lies between its corners, edges included", "[render]") {
    for (const Region& box : {Region::box({10, 20}, {30, 50}), Region::box({30, 20}, {10, 50}),
                              Region::box({30, 50}, {10, 20})}) {
        CHECK(box.contains({20, 30}));
        CHECK(box.contains({10, 20}));
        CHECK(box.contains({30, 50}));
        CHECK_FALSE(box.contains({9.99F, 30}));
        CHECK_FALSE(box.contains({20, 50.01F}));
        CHECK_FALSE(box.contains({std::nanf(""), 30}));
    }
}

TEST_CASE("a lasso holds what it goes round, whichever way", "[render]") {
    std::vector<Pixel> square{{10, 10}, {30, 10}, {30, 30}, {10, 30}};
    for (int way = 0; way < 2; ++way) {
        const Region region = Region::lasso(square);
        CHECK(region.contains({20, 20}));
        CHECK_FALSE(region.contains({31, 20}));
        CHECK_FALSE(region.contains({20, std::nanf("")}));
        // Neighbouring lassos share no place of the line between them.
        CHECK(region.contains({10, 20}));
        CHECK_FALSE(region.contains({30, 20}));
        CHECK(region.contains({20, 10}));
        CHECK_FALSE(region.contains({20, 30}));
        std::reverse(square.begin(), square.end());
    }
    // Twice round is inside too, and both halves of an eight are.
    const Region twice = Region::lasso(
        std::vector<Pixel>{{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 0}, {30, 5}, {30, 30}, {5, 30}});
    CHECK(twice.contains({20, 20}));
    const Region eight = Region::lasso(std::vector<Pixel>{{0, 0}, {40, 40}, {40, 0}, {0, 40}});
    CHECK(eight.contains({5, 20}));
    CHECK(eight.contains({35, 20}));
    CHECK_FALSE(eight.contains({20, 5}));
}

TEST_CASE("a line that goes round nothing holds nothing", "[render]") {
    const std::vector<std::vector<Pixel>> lines{
        {}, {{5, 5}}, {{5, 5}, {9, 5}}, {{5, 5}, {9, 5}, {7, 5}}, {{5, 5}, {5, 5}, {5, 5}}};
    for (const auto& line : lines) CHECK_FALSE(Region::lasso(line).contains({5, 5}));
}

TEST_CASE("a box picks exactly the samples seen in it, between epochs", "[render]") {
    const Cloud cloud;
    const PointLayer points = cloud.layer();
    Samples expected;
    for (std::size_t i = 0; i < cloud.from.size(); ++i) {
        const float x = cloud.from[i].x * (1 - 0.37F) + cloud.to[i].x * 0.37F;
        const float y = cloud.from[i].y * (1 - 0.37F) + cloud.to[i].y * 0.37F;
        const auto down = static_cast<float>(400 - double{y});
        if (x >= 50 && x <= 210 && down >= 100 && down <= 300 && i % 3 != 1) expected.push_back(i);
    }
    REQUIRE(expected.size() > 10'000);
    CHECK(pick_within(points, Region::box({210, 100}, {50, 300})) == expected);
    CHECK(pick_within(points, Region::box({5000, 5000}, {6000, 6000})).empty());
    CHECK(pick_within(PointLayer{}, Region::box({0, 0}, {9, 9})).empty());
}

TEST_CASE("a lasso holds exactly what it goes round, however thin it is", "[render]") {
    std::mt19937 random(8);
    std::uniform_real_distribution<float> place(0, 400);
    // A sliver, a hook, one that is nearly level, one far larger than the canvas.
    const std::vector<std::vector<Pixel>> lines{
        {{10, 10}, {390, 391}, {390, 390.5F}},
        {{50, 50}, {300, 50}, {300, 350}, {60, 350}, {60, 340}, {290, 340}, {290, 60}, {50, 60}},
        {{0, 200}, {400, 200.5F}, {400, 200.25F}},
        {{-9000, -9000}, {9000, -8000}, {200, 7000}}};
    for (const auto& line : lines) {
        const Region region = Region::lasso(line);
        for (int i = 0; i < 20'000; ++i) {
            const Pixel p{place(random), place(random)};
            if (region.contains(p) != (turns_around(line, p) != 0)) {
                CAPTURE(p.x, p.y);
                CHECK(region.contains(p) == (turns_around(line, p) != 0));
            }
        }
    }
}

TEST_CASE("a lasso picks exactly the samples seen in it", "[render]") {
    const Cloud cloud;
    const PointLayer points = cloud.layer();
    // A scribble that crosses itself again and again.
    std::mt19937 random(3);
    std::uniform_real_distribution<float> place(20, 380);
    std::vector<Pixel> line;
    for (int i = 0; i < 40; ++i) line.push_back({place(random), place(random)});
    Samples expected;
    for (std::size_t i = 0; i < cloud.from.size(); ++i) {
        const Pixel p = points.pixel_of(i);
        if (std::isfinite(p.x) && std::isfinite(p.y) && i % 3 != 1 && turns_around(line, p) != 0)
            expected.push_back(i);
    }
    REQUIRE(expected.size() > 10'000);
    CHECK(pick_within(points, Region::lasso(line)) == expected);
}
