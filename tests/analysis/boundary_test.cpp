#include "support/catch.h"

#include <epochscope/analysis/boundary.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace epochscope;

namespace {

struct PlainHead {
    std::vector<float> weight;
    std::vector<float> bias;
    [[nodiscard]] LinearHead view() const { return {{weight, weight.size() / bias.size()}, bias}; }
    [[nodiscard]] double logit(std::size_t c, const float* x) const {
        const std::size_t dimension = weight.size() / bias.size();
        double sum = bias[c];
        for (std::size_t d = 0; d < dimension; ++d) sum += double{weight[c * dimension + d]} * x[d];
        return sum;
    }
};

std::vector<float> random_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float& value : values) value = static_cast<float>(random() % 2001) / 100 - 10;
    return values;
}

std::size_t between(const BoundaryPoints& points, std::array<std::int32_t, 2> classes) {
    return static_cast<std::size_t>(
        std::count(points.between.begin(), points.between.end(), classes));
}

}  // namespace

TEST_CASE("a boundary point is where the head cannot decide", "[boundary]") {
    // x = 3 of the first, x = -5 of the second: logits x and -x + 1 meet at 0.5.
    const std::vector<float> samples{3, 7, -5, 9};
    const PlainHead head{{1, 0, -1, 0}, {0, 1}};
    const BoundaryPoints points =
        boundary_points({samples, 2}, head.view(), {.count = 1, .seed = 0});
    REQUIRE(points.count() == 1);
    CHECK(points.values[0] == Approx(0.5));
    CHECK(points.values[1] == Approx(7 + 2 * (2.5 / 8)));
    CHECK(points.between[0] == std::array<std::int32_t, 2>{0, 1});
    // There is no second: no two samples are taken twice.
    CHECK(boundary_points({samples, 2}, head.view(), {.count = 9, .seed = 0}).count() == 1);
}

TEST_CASE("the two classes of a boundary point are the top ones, and equal", "[boundary]") {
    constexpr std::size_t dimension = 4;
    constexpr std::size_t classes = 5;
    const auto samples = random_values(200 * dimension, 1);
    const PlainHead head{random_values(classes * dimension, 2), random_values(classes, 3)};
    const BoundaryPoints points =
        boundary_points({samples, dimension}, head.view(), {.count = 100, .seed = 4});
    REQUIRE(points.count() == 100);
    for (std::size_t p = 0; p < points.count(); ++p) {
        const float* x = points.values.data() + p * dimension;
        const auto [a, b] = points.between[p];
        CHECK(a < b);
        const double top = head.logit(static_cast<std::size_t>(a), x);
        CHECK(head.logit(static_cast<std::size_t>(b), x) == Approx(top).margin(1e-3));
        for (std::size_t c = 0; c < classes; ++c) CHECK(head.logit(c, x) < top + 1e-3);
    }
}

TEST_CASE("every two classes that meet get their share", "[boundary]") {
    // Along x: class 0 below -0.5, class 2 above 0.5, class 1 always between them. Class 0 has many
    // samples, the others few.
    std::vector<float> samples;
    samples.reserve(200);
    for (int i = 0; i < 160; ++i) samples.push_back(-1 - static_cast<float>(i));
    for (int i = 0; i < 20; ++i) samples.push_back(static_cast<float>(i) / 50);
    for (int i = 0; i < 20; ++i) samples.push_back(1 + static_cast<float>(i));
    const PlainHead head{{-1, 0, 1}, {0, 0.5F, 0}};
    const BoundaryPoints points =
        boundary_points({samples, 1}, head.view(), {.count = 40, .seed = 0});
    REQUIRE(points.count() == 40);
    CHECK(between(points, {0, 2}) == 0);
    CHECK(between(points, {0, 1}) >= 15);
    CHECK(between(points, {1, 2}) >= 15);
    for (const float x : points.values) CHECK(std::abs(std::abs(x) - 0.5F) < 1e-4F);
}

TEST_CASE("boundary points are none where one class is predicted", "[boundary]") {
    const std::vector<float> samples{1, 2, 3, 4};
    CHECK(boundary_points({samples, 1}, PlainHead{{0, 0}, {1, 0}}.view(), {.count = 3, .seed = 0})
              .count() == 0);
    CHECK(boundary_points({samples, 1}, PlainHead{{1}, {1}}.view(), {.count = 3, .seed = 0})
              .count() == 0);
    CHECK(boundary_points({samples, 1}, PlainHead{{1, -1}, {0, 5}}.view(), {.count = 0, .seed = 0})
              .count() == 0);
    CHECK(boundary_count(1797) == 179);
}

TEST_CASE("boundary points are the same for the same seed", "[boundary]") {
    const auto samples = random_values(300, 5);
    const PlainHead head{random_values(9, 6), random_values(3, 7)};
    const auto values = [&](std::uint64_t seed) {
        return boundary_points({samples, 3}, head.view(), {.count = 20, .seed = seed}).values;
    };
    CHECK(values(1) == values(1));
    CHECK(values(1) != values(2));
}
