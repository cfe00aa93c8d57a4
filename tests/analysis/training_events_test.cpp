#include "support/catch.h"

#include <epochscope/analysis/training_events.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <limits>
#include <tuple>

using namespace epochscope;

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();
using Found = std::vector<std::tuple<std::uint32_t, std::uint32_t, EventKind>>;

EpochColumns epoch_of(std::int64_t number, std::vector<std::int32_t> predictions,
                      std::vector<float> confidence, std::vector<Point> positions = {}) {
    EpochColumns epoch;
    epoch.number = number;
    if (positions.empty()) positions.resize(predictions.size());
    epoch.positions = std::move(positions);
    epoch.predictions = std::move(predictions);
    epoch.confidence = std::move(confidence);
    return epoch;
}

Found found_in(const TrainingEvents& events) {
    Found found;
    for (std::size_t i = 0; i < events.size(); ++i)
        found.emplace_back(events.epochs[i], events.samples[i], events.kinds[i]);
    return found;
}

}  // namespace

TEST_CASE("flips and jumps are found between epochs that follow one another", "[analysis]") {
    // The probabilities of the labels 0 0 1: .9 .9 .2, then .3 .9 .8, then .35 .3 .3.
    const EpochSeries series = make_series(
        {{"a", "b"}, {}}, {0, 0, 1},
        {epoch_of(1, {0, 0, 0}, {0.9F, 0.9F, 0.8F}), epoch_of(2, {1, 0, 1}, {0.7F, 0.9F, 0.8F}),
         epoch_of(7, {1, 1, 0}, {0.65F, 0.7F, 0.7F})});
    const TrainingEvents events = training_events(series);
    CHECK(found_in(events) == Found{{1, 0, EventKind::flip},
                                    {1, 2, EventKind::flip},
                                    {1, 0, EventKind::jump},
                                    {1, 2, EventKind::jump},
                                    {2, 1, EventKind::flip},
                                    {2, 2, EventKind::flip},
                                    {2, 1, EventKind::jump}});
    CHECK(events.amounts[2] == Approx(-0.6));
    CHECK(events.amounts[3] == Approx(0.6));
    // 0.8 to 0.3 is a half and no more.
    CHECK(events.counts == EventCounts{{0, 0, 0}, {2, 2, 0}, {2, 1, 0}});
    CHECK_FALSE(events.estimated);
    CHECK(events.total() == 7);
}

TEST_CASE("of more than two classes probabilities are a guess where the prediction is wrong",
          "[analysis]") {
    // 0.9 right, then wrong with 0.4: 0.6 / 2 is left for the label, a change of 0.6.
    const EpochSeries series = make_series({{"a", "b", "c"}, {}}, {0},
                                           {epoch_of(1, {0}, {0.9F}), epoch_of(2, {1}, {0.4F})});
    const TrainingEvents events = training_events(series);
    CHECK(found_in(events) == Found{{1, 0, EventKind::flip}, {1, 0, EventKind::jump}});
    CHECK(events.amounts[1] == Approx(-0.6));
    CHECK(events.estimated);
}

TEST_CASE("what training tells of probabilities counts before a guess", "[analysis]") {
    const EpochSeries series =
        make_series({{"a", "b", "c"}, {}}, {0, 0},
                    {epoch_of(1, {0, 0}, {0.9F, 0.9F}), epoch_of(2, {0, 0}, {0.9F, 0.9F}),
                     epoch_of(3, {0, 0}, {0.9F, 0.9F})});
    TrainingDynamics dynamics;
    dynamics.classes = series.classes();
    dynamics.labels = {0, 0};
    for (const std::int64_t number : {1, 2}) {
        dynamics.evaluations.push_back(Evaluation::of(number, 2));
        dynamics.evaluations.back().label_probability = {number == 1 ? 0.1 : 0.8, none};
    }
    const TrainingEvents events = training_events(series, &dynamics);
    CHECK(found_in(events) == Found{{1, 0, EventKind::jump}});
    CHECK(events.amounts[0] == Approx(0.7));
    CHECK_FALSE(events.estimated);
}

TEST_CASE("moves are large beyond the mean and two standard deviations of their epoch",
          "[analysis]") {
    // Nine moves of 1 and one of 11: mean 2, deviation 3, so that 8 is the bound.
    std::vector<Point> after(10, {0, 1});
    after[4] = {0, 11};
    // All alike, none is large; then nine of 0 and one of 10: mean 1, deviation 3, bound 7.
    std::vector<Point> third = after;
    for (Point& point : third) point.x += 0.1F;
    std::vector<Point> fourth = third;
    fourth[7].y += 10;
    const std::vector<std::int32_t> labels(10, 0);
    const EpochSeries series =
        make_series({{"a"}, {}}, labels,
                    {epoch_of(1, {}, {}, std::vector<Point>(10)), epoch_of(2, {}, {}, after),
                     epoch_of(3, {}, {}, third), epoch_of(4, {}, {}, fourth)});
    const TrainingEvents events = training_events(series);
    CHECK(found_in(events) == Found{{1, 4, EventKind::move}, {3, 7, EventKind::move}});
    CHECK(events.amounts[0] == 11);
    CHECK(events.large_moves[1] == Approx(8));
    CHECK(events.large_moves[3] == Approx(7));
    CHECK(std::isnan(events.large_moves[0]));
    CHECK(events.counts == EventCounts{{0, 0, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0, 1}});
}

TEST_CASE("false and frozen moves are those of the motion that was measured", "[analysis]") {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions.assign(4, {0, 0});
    }
    const EpochSeries series = make_series({{"a"}, {}}, {0, 0, 0, 0}, std::move(epochs));
    const std::vector<float> first{3, -3, 2.5F, std::nanf("")};
    const std::vector<float> second{3.5F, -8, 0, 4};
    Trust trust;
    trust.motion = {{}, first, second};
    const TrainingEvents events = training_events(series, nullptr, {}, max_events, &trust);
    CHECK(events.kinds ==
          std::vector{EventKind::false_move, EventKind::false_move, EventKind::frozen_move});
    CHECK(events.samples == std::vector<std::uint32_t>{0, 3, 1});
    CHECK(events.epochs == std::vector<std::uint32_t>{2, 2, 2});
    CHECK(events.amounts == std::vector<float>{3.5F, 4, -8});
    CHECK(events.counts[1] == std::array<std::size_t, event_kinds>{});
    CHECK(training_events(series).total() == 0);
}

TEST_CASE("what is missing takes part in nothing", "[analysis]") {
    const EpochSeries series = make_series(
        {{"a", "b"}, {}}, {0, 1},
        {epoch_of(1, {0, 1}, {}, {{0, 0}, {1, 1}}), epoch_of(2, {}, {}, {{0, 0}, {1, 1}}),
         epoch_of(3, {1, 0}, {1, 1}, {{0, 0}, {1, 1}})});
    CHECK(training_events(series).total() == 0);
    const EpochSeries single = make_series({{"a"}, {}}, {0}, {epoch_of(1, {0}, {1})});
    const TrainingEvents none_at_all = training_events(single);
    CHECK(none_at_all.total() == 0);
    CHECK(none_at_all.counts.size() == 1);
}

TEST_CASE("more events than can be listed are counted", "[analysis]") {
    const EpochSeries series = make_series(
        {{"a", "b"}, {}}, {0, 0, 0}, {epoch_of(1, {0, 0, 0}, {}), epoch_of(2, {1, 1, 1}, {})});
    const TrainingEvents events = training_events(series, nullptr, {}, 2);
    CHECK(events.size() == 2);
    CHECK(events.total() == 3);
    CHECK(events.warnings.size() == 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(training_events(series, nullptr, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}
