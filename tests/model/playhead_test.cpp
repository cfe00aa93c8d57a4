#include "support/catch.h"

#include <epochscope/model/playhead.h>

#include <limits>

using namespace epochscope;

namespace {

EpochSeries series_with_epochs(std::vector<std::int64_t> numbers) {
    std::vector<EpochColumns> epochs;
    for (const auto number : numbers) {
        EpochColumns epoch;
        epoch.number = number;
        epoch.positions = {{static_cast<float>(number), 0}, {0, static_cast<float>(-number)}};
        epochs.push_back(std::move(epoch));
    }
    return make_series({{"a"}, {}}, {0, 0}, std::move(epochs));
}

}  // namespace

TEST_CASE("a playhead on an epoch is that epoch alone", "[model]") {
    const Moment moment = moment_at(3, 5);
    CHECK(moment.from == 3);
    CHECK(moment.to == 3);
    CHECK(moment.t == 0);
}

TEST_CASE("3.25 is a quarter of the way from the 4th to the 5th epoch", "[model]") {
    const Moment moment = moment_at(3.25, 5);
    CHECK(moment.from == 3);
    CHECK(moment.to == 4);
    CHECK(moment.t == 0.25F);
    CHECK(moment.reached() == 3);
}

TEST_CASE("a playhead stays within the epochs held", "[model]") {
    CHECK(clamp_playhead(-1, 5) == 0);
    CHECK(clamp_playhead(9, 5) == 4);
    CHECK(clamp_playhead(std::numeric_limits<double>::quiet_NaN(), 5) == 0);
    CHECK(clamp_playhead(std::numeric_limits<double>::infinity(), 5) == 4);
    CHECK(moment_at(0.5, 1).to == 0);
    // So near to the next epoch that the share rounds to 1 as a float.
    CHECK(moment_at(1 - 1e-12, 2).to == 1);
}

TEST_CASE("epoch numbers are interpolated across gaps, and back", "[model]") {
    const EpochSeries series = series_with_epochs({1, 2, 10});
    CHECK(epoch_number_at(series, 0.5) == 1.5);
    CHECK(epoch_number_at(series, 1.5) == 6);
    CHECK(epoch_number_at(series, 2) == 10);
    for (const double playhead : {0.0, 0.25, 1.0, 1.75, 2.0})
        CHECK(playhead_at_number(series, epoch_number_at(series, playhead)) == Approx(playhead));
    CHECK(playhead_at_number(series, -3) == 0);
    CHECK(playhead_at_number(series, 11) == 2);
}

TEST_CASE("positions are interpolated linearly, and exact on the epochs", "[model]") {
    const EpochSeries series = series_with_epochs({1, 2, 10});
    CHECK(position_at(series, moment_at(2, 3), 0) == Point{10, 0});
    CHECK(position_at(series, moment_at(1.25, 3), 0) == Point{4, 0});
    CHECK(position_at(series, moment_at(1.25, 3), 1) == Point{0, -4});
}

TEST_CASE("points are interpolated exactly at both ends", "[model]") {
    CHECK(mix({0.1F, 3}, {0.7F, -5}, 0) == Point{0.1F, 3});
    CHECK(mix({0.1F, 3}, {0.7F, -5}, 1) == Point{0.7F, -5});
    CHECK(mix({0, 2}, {4, 4}, 0.25F) == Point{1, 2.5F});
}
