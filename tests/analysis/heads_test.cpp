#include "support/bent_heads.h"
#include "support/catch.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/heads.h>
#include <epochscope/compute/known_maps.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

std::vector<float> random_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float& value : values) value = static_cast<float>(random() % 2001) / 500 - 2;
    return values;
}

struct Run : EpochMemory {
    std::vector<std::int32_t> labels{0, 1, 0};
    std::vector<float> embeddings{0, 0, 3, 0, 0.5F, -0.5F};
    std::vector<float> logits;
};

/// Three samples with a module, and the logits that were recorded.
Recording recording_with(std::shared_ptr<const ClassifierHead> module, std::vector<float> logits) {
    const auto run = std::make_shared<Run>();
    run->logits = std::move(logits);
    RecordedEpoch epoch{.number = 3,
                        .embeddings = {run->embeddings, 2},
                        .logits = {},
                        .head = {},
                        .losses = {},
                        .module = std::move(module)};
    if (!run->logits.empty()) epoch.logits = {run->logits, 2};
    return {Classes{{"in", "out"}, {}}, run->labels, {epoch}, run};
}

}  // namespace

TEST_CASE("a head that was recorded as a module decides where it makes the recorded logits",
          "[heads]") {
    const auto module = std::make_shared<CircleHead>(1.0F);
    CHECK(find_head(recording_with(module, {}), 0).head.module() == module);
    // What all classes share tells none from another.
    const FoundHead found = find_head(recording_with(module, {6, 5, -8, 0, 1.5F, 1}), 0);
    CHECK(found.head.module() == module);
    CHECK(found.residual == Approx(0).margin(1e-6));

    const FoundHead other = find_head(recording_with(module, {-1, 5, 8, 0, 0, 1}), 0);
    CHECK_FALSE(other.head.is_known());
    CHECK(other.fault == FoundHead::Fault::misfit);
    CHECK(other.residual > 1);
    CHECK_THAT(other.words(), contains("logits that its head.pt does not make (residual"));
}

TEST_CASE("a head that fails or gives no numbers decides nothing, and says why", "[heads]") {
    const FoundHead failing = find_head(recording_with(std::make_shared<FailingHead>(), {}), 0);
    CHECK_FALSE(failing.head.is_known());
    CHECK(failing.words() == "has a head.pt that fails: head.pt: fails");
    const FoundHead odd =
        find_head(recording_with(std::make_shared<CircleHead>(1.0F, 2.0F), {}), 0);
    CHECK_FALSE(odd.head.is_known());
    CHECK(odd.words() == "has a head.pt that fails: it gives logits that are not finite");
    CHECK_THROWS_WITH(recording_with(std::make_shared<CircleHead>(1.0F), {1, 2, 3, 4, 5}),
                      contains("predictions"));
}

TEST_CASE("logits of many rows are the same on any number of threads", "[heads]") {
    const auto rows = random_values(4000, 1);
    for (const Head& head : {circle(1.5F), Head(DenseLayer{2, 2, {1, 2, -1, 0.5F}, {0.25F, 0}})}) {
        const std::vector<double> logits = logits_of(head, {rows, 2}, 1);
        CHECK(logits == logits_of(head, {rows, 2}, 2));
        REQUIRE(logits.size() == 4000);
        const double x = rows[3998];
        const double y = rows[3999];
        CHECK(logits[3998] ==
              Approx(head.is_linear() ? x + 2 * y + 0.25 : 2.25 - x * x - y * y).margin(1e-5));
    }
}

TEST_CASE("boundary points lie where a head that bends cannot decide", "[boundary]") {
    const auto samples = random_values(400, 2);
    const BoundaryPoints points =
        boundary_points({samples, 2}, circle(1.5F), {.count = 100, .seed = 4});
    REQUIRE(points.count() == 100);
    for (std::size_t p = 0; p < points.count(); ++p)
        CHECK(std::hypot(points.values[2 * p], points.values[2 * p + 1]) ==
              Approx(1.5).margin(1e-4));
    // One class; and where a head gives no numbers, nothing is known.
    CHECK(boundary_points({samples, 2}, circle(9), {.count = 9, .seed = 4}).count() == 0);
    const std::vector<float> two{0, 0, 3, 0};
    CHECK(boundary_points({two, 2}, circle(1), {.count = 1, .seed = 0}).count() == 1);
    CHECK(boundary_points({two, 2}, circle(1, 0.5F), {.count = 1, .seed = 0}).count() == 0);
}

TEST_CASE("asking a linear head finds the boundary points of closed form", "[boundary]") {
    constexpr std::size_t dimension = 4;
    constexpr std::size_t classes = 5;
    const auto samples = random_values(200 * dimension, 1);
    const DenseLayer layer{dimension, classes, random_values(classes * dimension, 2),
                           random_values(classes, 3)};
    const BoundaryOptions options{.count = 100, .seed = 4};
    const BoundaryPoints closed = boundary_points({samples, dimension}, Head(layer), options);
    const BoundaryPoints found = boundary_points({samples, dimension}, Head(asked(layer)), options);
    CHECK(found.between == closed.between);
    REQUIRE(found.values.size() == closed.values.size());
    for (std::size_t i = 0; i < found.values.size(); ++i)
        CHECK(found.values[i] == Approx(closed.values[i]).margin(1e-4));
}

TEST_CASE("a head that bends is asked what places stand for", "[heads]") {
    // A place y stands for 2 y + (1, -1).
    const LearnedMap map{
        {1, -1}, 2, {{2, 2, {1, 0, 0, 1}, {0, 0}}}, {{2, 2, {1, 0, 0, 1}, {0, 0}}}};
    std::vector<Point> places(3000, Point{0.5F, 0.25F});
    places.back() = {-0.5F, 0.5F};
    const std::vector<float> logits = logits_by(map, circle(3), places, 2);
    REQUIRE(logits.size() == 6000);
    CHECK(logits[0] == 9 - 4 - 0.25F);
    CHECK(logits[5998] == 9);
    CHECK(logits == logits_by(map, circle(3), places, 1));
}
