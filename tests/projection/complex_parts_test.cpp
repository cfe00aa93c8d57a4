// What the complexes of TimeVis and DVI are made of: landmarks, journeys, attention.
#include "projection/attention.h"
#include "projection/cover.h"
#include "projection/intrinsic_dimension.h"
#include "projection/run.h"
#include "projection/temporal_complex.h"
#include "support/catch.h"

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

std::vector<float> numbers_to(int last) {
    std::vector<float> values(static_cast<std::size_t>(last) + 1);
    std::iota(values.begin(), values.end(), 0.0F);
    return values;
}

}  // namespace

TEST_CASE("the intrinsic dimension is a slope through the origin") {
    // log(r2 / r1) of four points, and one with a duplicate; nine tenths of four are all of them.
    NearestPoints nearest{2, std::vector<std::int32_t>(10), {}};
    for (const double ratio : {0.2, 0.8, 0.1, 0.4}) {
        nearest.distances.push_back(2);
        nearest.distances.push_back(2 * std::exp(ratio));
    }
    nearest.distances.insert(nearest.distances.end(), {0, 1});
    const double products = 0.2 * -std::log(0.75) + 0.4 * -std::log(0.5) + 0.8 * -std::log(0.25);
    CHECK(intrinsic_dimension(nearest) == Approx(products / (0.01 + 0.04 + 0.16 + 0.64)));
    CHECK(intrinsic_dimension({2, {0, 0}, {0, 0}}) == 0);
}

TEST_CASE("a plane in ten dimensions is of two") {
    std::mt19937 random(1);
    std::uniform_real_distribution<float> uniform(0, 1);
    std::vector<float> rows(10 * 800);
    for (std::size_t i = 0; i < 800; ++i) {
        rows[10 * i + 3] = uniform(random);
        rows[10 * i + 7] = uniform(random);
    }
    const double found = intrinsic_dimension(nearest_others({rows, 10}, {.count = 2}));
    CHECK(found > 1.8);
    CHECK(found < 2.3);
}

TEST_CASE("balls around landmarks cover a share of all") {
    const std::vector<float> line = numbers_to(10);
    const Table rows{line, 1};
    using Centres = std::vector<std::size_t>;
    CHECK(covering(rows, {5}, 1, 1) == Centres{5, 0, 10, 2, 7});
    CHECK(covering(rows, {5}, 1, 0.6) == Centres{5, 0, 10});
    CHECK(covering(rows, {5}, 1, 0.64) == Centres{5, 0, 10, 2});
    CHECK(covering(rows, {5, 4}, 100, 1) == Centres{5, 4});
    CHECK(covering(rows, {5}, 0, 1).size() == 11);
    const std::vector<float> same(7, 2);
    CHECK(covering({same, 1}, {3}, 0, 1) == Centres{3});
    CHECK(longest_of({line, 1}) == 10);
}

TEST_CASE("the radius falls with lengths and dimensions") {
    CHECK(radius_at({4, 6}, {2, 2}, 12, 1, 1) == Approx(2));
    CHECK(radius_at({4, 6}, {2, 2}, 12, 2, 0) == Approx(3));
    CHECK(radius_at({4, 0}, {2, 2}, 12, 0, 1) == Approx(12));
}

TEST_CASE("a journey is joined to where the sample was nearest to where it is") {
    const std::vector<float> points{0, 1, 3, 10};
    const Reaches reaches{{1, 1, 1, 1}, {2, 2, 2, 2}};
    const Journey journey{{0, 1, 2, 3}, {0, 1, 2, 3}};
    const auto edges = temporal_edges(journey, {points, 1}, reaches, 2, 0);
    REQUIRE(edges.size() == 8);
    const auto weight = [](double over) { return static_cast<float>(std::exp(-over / 2)); };
    CHECK(edges[0] == WeightedEdge{0, 1, 1});
    CHECK(edges[1] == WeightedEdge{0, 2, weight(2)});
    CHECK(edges[4] == WeightedEdge{2, 1, weight(1)});
    CHECK(edges[5] == WeightedEdge{2, 0, weight(2)});
    CHECK(edges[6] == WeightedEdge{3, 2, weight(6)});
    // One epoch before and one after.
    const auto near = temporal_edges(journey, {points, 1}, reaches, 2, 2);
    REQUIRE(near.size() == 6);
    CHECK(near[0] == WeightedEdge{0, 1, 1});
    CHECK(near[5] == WeightedEdge{3, 2, weight(6)});
}

TEST_CASE("the public code takes ranks for indices") {
    // Seen from the first, the others are at 5, 3 and 1: their ranks are 2, 1 and 0.
    const std::vector<float> points{0, 5, 3, 1};
    const Reaches reaches{{10, 10, 10, 10}, {1, 1, 1, 1}};
    const auto edges = temporal_edges({{0, 1, 2, 3}, {0, 1, 2, 3}}, {points, 1}, reaches, 1, 0,
                                      NearEpochs::by_rank);
    REQUIRE(edges.size() == 4);
    CHECK(edges[0].b == 3);
    CHECK(temporal_edges({{0, 1, 2, 3}, {0, 1, 2, 3}}, {points, 1}, reaches, 1, 0)[0].b == 3);
    // Seen from the second: 5, 2, 4 have the ranks 2, 0, 1; index 2 is the last.
    CHECK(edges[1].b == 3);
    CHECK(temporal_edges({{0, 1, 2, 3}, {0, 1, 2, 3}}, {points, 1}, reaches, 1, 0)[1].b == 2);
}

TEST_CASE("attention is on what the two leading classes look at") {
    TrainingPoints points{.dimension = 2, .rows = {}, .weights = {}, .weighed_by = {}};
    Attention attention(points);
    const std::vector<float> weight{0.01F, 0, 0, 0.02F, 0, 0};
    const std::vector<float> bias{0, 0, -1};
    const Head head(DenseLayer{2, 3, weight, bias});
    const std::vector<float> rows{1, 1, 2, 2, 0, -90};
    attention.weigh({rows, 2}, head);
    attention.weigh({rows, 2}, Head());
    REQUIRE(points.weighed_by == std::vector<std::uint32_t>{1, 1, 2, 0, 0, 0});
    // |w0| + |w1| is (0.01, 0.02), of which softmax at 0.01 makes 1 : e.
    const double e = std::exp(1.0);
    CHECK(double{points.weights[2]} == Approx(1 + 1 / (1 + e)));
    CHECK(double{points.weights[3]} == Approx(1 + e / (1 + e)));
    // Of the first and the third class: (0.01, 0).
    CHECK(double{points.weights[4]} == Approx(1 + e / (1 + e)));
    CHECK(points.weights[0] == 1);
}
