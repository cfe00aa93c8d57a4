#include "projection/place_reading.h"

#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/landscape.h>

#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

/// Places y stand for 2 y + (1, -1) in two dimensions.
LearnedMap plain_map() {
    return {{1, -1}, 2, {{2, 2, {1, 0, 0, 1}, {0, 0}}}, {{2, 2, {1, 0, 0, 1}, {0, 0}}}};
}

/// Of two classes: 0, and the first dimension - 3.
DenseLayer head() { return {2, 2, {0, 0, 1, 0}, {0, -3}}; }

/// One sample at three epochs, of two classes, predicted at the last two.
EpochSeries one_sample() {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{0, 0}};
        if (e > 0) epochs[e].predictions = {0};
    }
    return make_series({{"a", "b"}, {}}, {0}, std::move(epochs));
}

}  // namespace

TEST_CASE("what planes say at a place is the softmax of their heights there", "[projection]") {
    // At (2, -1): 1 + 4 + 3 = 8, 8 + ln 2 and 8 - ln 4, which are as 1, 2 and 1/4.
    const EpochLogits logits{
        .planes = {{1, 2, -3}, {8 + std::log(2), 0, 0}, {8 - std::log(4), 0, 0}}};
    const LinearMap map{{10, 0, 1}, {{{0, 1, 0}, {0, 0, 1}}}, {}};
    const auto reading = reading_by(plane_map_of(std::vector{map}, {logits}), 0, {2, -1});
    REQUIRE(reading);
    REQUIRE(reading->probabilities.size() == 3);
    CHECK(reading->probabilities[0] == Approx(4.0 / 13));
    CHECK(reading->probabilities[1] == Approx(8.0 / 13));
    CHECK(reading->probabilities[2] == Approx(1.0 / 13));
    CHECK(reading->embedding == std::vector<float>{10, 2, 0});
    CHECK(reading_by(PlaneMap({}, {logits}), 0, {2, -1})->embedding.empty());
}

TEST_CASE("logits of any size have probabilities, and those that are no numbers have none",
          "[projection]") {
    const auto reading_of = [](const std::vector<LinearMap>& maps, std::vector<LogitPlane> planes) {
        return reading_by(plane_map_of(maps, {{.planes = std::move(planes)}}), 0, {0, 0});
    };
    const auto sure = reading_of({}, {{1e6, 0, 0}, {-1e6, 0, 0}});
    REQUIRE(sure);
    CHECK(sure->probabilities == std::vector<double>{1, 0});
    CHECK_FALSE(reading_of({}, {{endless, 0, 0}}));
    CHECK_FALSE(reading_of({}, {}));
    // What a place stands for may be no number all the same.
    const LinearMap map{{endless}, {{{1}, {0}}}, {}};
    const auto reading = reading_of({map}, {{1, 0, 0}});
    REQUIRE(reading);
    CHECK(reading->probabilities == std::vector<double>{1});
    CHECK(reading->embedding.empty());
}

TEST_CASE("what a learned map takes a place back to is asked of the head", "[projection]") {
    // (3, 4) stands for (7, 7): logits 0 and 4.
    const auto reading =
        reading_by(plane_map_of(std::vector{plain_map()}, {{.head = head()}}), 0, {3, 4});
    REQUIRE(reading);
    CHECK(reading->embedding == std::vector<float>{7, 7});
    REQUIRE(reading->probabilities.size() == 2);
    CHECK(reading->probabilities[1] == Approx(1 / (1 + std::exp(-4.0))));
    CHECK(reading->probabilities[0] == Approx(1 / (1 + std::exp(4.0))));
}

TEST_CASE("a landscape says what the model does at each epoch, and nothing of its own",
          "[projection]") {
    LearnedMap twice = plain_map();
    twice.scale = 4;
    const LearnedMap once = plain_map();
    const auto learned = make_landscape(
        one_sample(),
        plane_map_of(std::vector{once, twice, once}, {{.head = head()}, {.head = head()}, {}}));
    CHECK(learned->is_by_model(0));
    CHECK(learned->reading_at(0, {3, 4})->embedding == std::vector<float>{7, 7});
    CHECK(learned->reading_at(1, {3, 4})->embedding == std::vector<float>{13, 15});
    // Without a head the samples around paint it.
    CHECK(learned->is_from_points(2));
    CHECK_FALSE(learned->is_by_model(2));
    CHECK_FALSE(learned->reading_at(2, {3, 4}));

    const LinearMap map{{1, 2}, {{{1, 0}, {0, 1}}}, {}};
    const auto linear = make_landscape(
        one_sample(),
        plane_map_of(std::vector{map},
                     {{}, {.planes = {{1, 0, 0}, {1, 0, 0}}}, {.planes = {{2, 1, 0}, {2, 0, 1}}}}));
    CHECK_FALSE(linear->has(0));
    CHECK_FALSE(linear->is_by_model(0));
    CHECK_FALSE(linear->reading_at(0, {0, 0}));
    CHECK(linear->reading_at(1, {5, 6})->probabilities == std::vector<double>{0.5, 0.5});
    CHECK(linear->reading_at(1, {5, 6})->embedding == std::vector<float>{6, 8});
    CHECK(linear->reading_at(2, {0, std::log(3.0F)})->probabilities[1] == Approx(0.75));
    const auto points = make_landscape(one_sample(), {});
    CHECK_FALSE(points->reading_at(1, {0, 0}));
}
