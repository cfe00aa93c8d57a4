#include "support/catch.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

using namespace epochscope;

namespace {

/// Four samples of classes a, a, b, b (c has none), at two epochs; only the second has predictions.
EpochSeries four_samples() {
    EpochColumns first;
    first.number = 1;
    first.positions = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    EpochColumns second = first;
    second.number = 5;
    // Moved by 5, 0, 1 and 2.
    second.positions = {{3, 4}, {1, 0}, {0, 2}, {-1, 1}};
    second.predictions = {0, 1, 1, 1};
    return make_series({{"a", "b", "c"}, {}}, {0, 0, 1, 1}, {first, second});
}

}  // namespace

TEST_CASE("accuracy is the share of predictions that are the label", "[analysis]") {
    const auto accuracy = accuracy_per_epoch(four_samples());
    REQUIRE(accuracy.size() == 2);
    CHECK_FALSE(accuracy[0].has_value());
    CHECK(accuracy[1] == 0.75);
}

TEST_CASE("the mean step is measured from the epoch before", "[analysis]") {
    const auto steps = mean_step_per_epoch(four_samples());
    CHECK(steps == std::vector<double>{0, (5.0 + 0 + 1 + 2) / 4});
}

TEST_CASE("a curve ends when it is asked to stop", "[analysis]") {
    const EpochSeries series = four_samples();
    std::stop_source stop;
    CHECK(accuracy_at(series, 1, stop.get_token()) == 0.75);
    CHECK(mean_step_at(series, 0, stop.get_token()) == 0);
    stop.request_stop();
    CHECK_THROWS_AS(accuracy_at(series, 1, stop.get_token()), Cancelled);
    CHECK_THROWS_AS(mean_step_at(series, 1, stop.get_token()), Cancelled);
}

TEST_CASE("accuracy of each class, where it has samples and the epoch predictions", "[analysis]") {
    const EpochSeries series = four_samples();
    const auto none = accuracy_per_class(series, 0);
    CHECK(none == std::vector<std::optional<double>>(3));
    const auto fractions = accuracy_per_class(series, 1);
    CHECK(fractions == std::vector<std::optional<double>>{0.5, 1.0, std::nullopt});
    CHECK(samples_per_class(series) == std::vector<std::size_t>{2, 2, 0});
}

TEST_CASE("predictions that changed since the epoch before are counted", "[analysis]") {
    std::vector<EpochColumns> epochs(4);
    const std::vector<std::vector<std::int32_t>> predictions{{0, 1, 1}, {0, 0, 0}, {}, {1, 1, 1}};
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions.assign(3, {0, 0});
        epochs[e].predictions = predictions[e];
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 0, 1}, std::move(epochs));
    CHECK(flips_at(series, 0) == std::size_t{0});
    CHECK(flips_at(series, 1) == std::size_t{2});
    CHECK_FALSE(flips_at(series, 2));
    CHECK_FALSE(flips_at(series, 3));
}

TEST_CASE("absent and unlabelled samples are in no mean", "[analysis]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EpochColumns first;
    first.number = 1;
    first.positions = {{0, 0}, {1, 0}, {0, 1}, {nan, nan}};
    first.predictions = {0, 1, 1, -1};
    EpochColumns second = first;
    second.number = 2;
    second.positions = {{3, 4}, {1, 0}, {0, 2}, {1, 1}};
    second.predictions = {1, 1, 0, 0};
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1, -1, 1}, {first, second});
    CHECK(accuracy_at(series, 0) == 1);
    CHECK(accuracy_at(series, 1) == Approx(1.0 / 3));
    CHECK(accuracy_per_class(series, 0) ==
          std::vector<std::optional<double>>{1.0, 1.0, std::nullopt});
    CHECK(mean_step_at(series, 1) == 2);
    CHECK(flips_at(series, 1) == 2);
    const EpochSeries without =
        make_series({{"a", "b"}, {}}, std::vector<std::int32_t>(4, -1), {first, second});
    CHECK_FALSE(accuracy_at(without, 0).has_value());
}
