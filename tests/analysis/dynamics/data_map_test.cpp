#include "dynamics.h"
#include "support/catch.h"

#include <epochscope/analysis/data_map.h>
#include <epochscope/model/error.h>

#include <limits>
#include <stop_token>

using namespace epochscope;
using epochscope::tests::contains;
using epochscope::tests::none;
using epochscope::tests::two_class_dynamics;

namespace {

using Samples = std::vector<std::uint32_t>;
using Groups = std::vector<std::uint8_t>;

/// Right so often of ten times: all of the first ones, and learnt and forgotten as asked.
SignalTable by_ratio(const std::vector<double>& ratios) {
    SignalTable table(ratios.size());
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        table.column(Signal::correct_ratio)[i] = ratios[i];
        table.column(Signal::avg_probs)[i] = ratios[i] / 2;
        table.column(Signal::label_var)[i] = 0.01 * static_cast<double>(i);
    }
    return table;
}

SignalTable by_metric(Signal metric, const std::vector<double>& values) {
    SignalTable table(values.size());
    std::copy(values.begin(), values.end(), table.column(metric).begin());
    return table;
}

}  // namespace

TEST_CASE("groups by correct_ratio begin at fifths", "[analysis]") {
    const DataMap map = data_map(by_ratio({0, 0.1999, 0.2, 0.39, 0.4, 0.6, 0.79, 0.8, 0.999, 1}));
    CHECK(map.group == Groups{0, 0, 1, 1, 2, 3, 3, 4, 4, 5});
    CHECK(map.counts == std::vector<std::size_t>{2, 2, 1, 2, 2, 1});
    CHECK(map.samples == Samples{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    CHECK(map.vertical == Signal::avg_probs);
    CHECK(map.horizontal == Signal::label_var);
    CHECK(map.x[3] == Approx(0.03));
    CHECK(map.y[4] == Approx(0.2));
    REQUIRE(map.groups.size() == 6);
    const std::vector<MapMarker> markers{MapMarker::cross, MapMarker::down,  MapMarker::up,
                                         MapMarker::left,  MapMarker::right, MapMarker::diamond};
    for (std::size_t g = 0; g < 6; ++g) CHECK(map.groups[g].marker == markers[g]);
    CHECK(map.groups[0].colour == Colour{255, 0, 0, 255});
    CHECK(map.groups[5].colour == Colour{0, 0, 255, 255});
}

TEST_CASE("groups by times part what never turned by how often it was right", "[analysis]") {
    SignalTable table = by_ratio({0, 0.5, 1, 0.5, 0.5, 0.5, 0.5});
    const std::vector<double> learnt{0, 0, 0, 1, 2, 3, 7};
    std::copy(learnt.begin(), learnt.end(), table.column(Signal::learnt_times).begin());
    table.column(Signal::forgetting_times)[1] = 1;
    MapOptions options;
    options.min_learnt = 0;
    const DataMap all = data_map(table, options);
    CHECK(all.group == Groups{0, 1, 2, 3, 4, 5, 5});
    CHECK(all.groups[1].name == "learnt_times = 0, at times right");
    CHECK(all.groups[1].marker == MapMarker::cross);
    CHECK(all.groups[1].colour == Colour{0, 0, 0, 255});
    options.min_learnt = 2;
    CHECK(data_map(table, options).samples == Samples{4, 5, 6});
    options.min_forgotten = 1;
    CHECK_THROWS_WITH(data_map(table, options), contains("expected one of both"));
    options.min_learnt.reset();
    const DataMap forgotten = data_map(table, options);
    CHECK(forgotten.samples == Samples{1});
    CHECK(forgotten.group == Groups{3});
    CHECK(forgotten.groups[3].name == "forgetting_times = 1");
}

TEST_CASE("groups by marks show what was made hard or mislabelled on purpose", "[analysis]") {
    SignalTable table = by_ratio({0, 0.5, 1, 0.5});
    const std::vector<double> marks{2, 0, 1, 2};
    std::copy(marks.begin(), marks.end(), table.column(Signal::s_label).begin());
    MapOptions options;
    options.by_mark = true;
    const DataMap map = data_map(table, options);
    CHECK(map.group == Groups{0, 2, 1, 0});
    CHECK(map.counts == std::vector<std::size_t>{2, 1, 1});
    CHECK(map.groups[0].name == "s_label = 2, mislabelled on purpose");
    CHECK(map.groups[0].marker == MapMarker::cross);
    options.min_learnt = 0;
    CHECK_THROWS_WITH(data_map(table, options), contains("expected one of both"));
}

TEST_CASE("a criterion keeps what reaches its threshold", "[analysis]") {
    MapOptions options;
    options.criterion = Signal::correct_ratio;
    options.threshold = 0.5;
    options.vertical = Signal::correct_ratio;
    const DataMap map = data_map(by_ratio({0.4, 0.5, 0.6}), options);
    CHECK(map.samples == Samples{1, 2});
    CHECK(map.y == std::vector<double>{0.5, 0.6});
    CHECK(map.unplaced == 0);
}

TEST_CASE("what has no place is counted", "[analysis]") {
    SignalTable table = by_ratio({0.4, 0.5, 0.6});
    table.column(Signal::avg_probs)[1] = none;
    table.column(Signal::label_var)[2] = std::numeric_limits<double>::infinity();
    const DataMap map = data_map(table);
    CHECK(map.samples == Samples{0});
    CHECK(map.unplaced == 2);
}

TEST_CASE("regions of a cartography map, and presets", "[analysis]") {
    CHECK(region_of(0.75, 0.3) == MapRegion::easy_to_learn);
    CHECK(region_of(0.74, 0) == MapRegion::ambiguous);
    CHECK(region_of(0.9, 0.31) == MapRegion::ambiguous);
    CHECK(region_of(0.25, 0.3) == MapRegion::hard_to_learn);
    CHECK(region_of(0.1, 0.31) == MapRegion::ambiguous);
    CHECK(region_of(none, none) == MapRegion::unknown);
    // Easy; learnt late; never right; forgotten once; forgotten twice; not evaluated.
    const SignalTable table = signals_of(two_class_dynamics({{0.8, 0.9, 0.9, 0.9, 1.0},
                                                             {0.1, 0.1, 0.9, 0.9, 0.9},
                                                             {0.1, 0.2, 0.1, 0.2, 0.1},
                                                             {0.9, 0.1, 0.1, 0.1, 0.1},
                                                             {0.9, 0.1, 0.9, 0.1, 0.9},
                                                             {none, none, none, none, none}}));
    using enum MapRegion;
    // Of the fourth: mean 0.26, which is above 0.25.
    CHECK(regions_of(table) == std::vector<MapRegion>{easy_to_learn, ambiguous, hard_to_learn,
                                                      ambiguous, ambiguous, unknown});
    CHECK(samples_of(table, MapPreset::easy) == Samples{0});
    CHECK(samples_of(table, MapPreset::ambiguous) == Samples{1, 3, 4});
    CHECK(samples_of(table, MapPreset::mislabelled) == Samples{2});
    CHECK(samples_of(table, MapPreset::never_learnt) == Samples{2});
    CHECK(samples_of(table, MapPreset::forgotten) == Samples{3, 4});
    CHECK(samples_of(table, MapPreset::forgotten, 2) == Samples{4});
}

TEST_CASE("samples are ranked as they are chosen, ties by index", "[analysis]") {
    // The most variable first, the least confident first; unknown ones last, either way.
    const std::vector<double> values{0.3, none, 0.1, 0.3, 0.2};
    CHECK(ranked(by_metric(Signal::variability, values), Signal::variability) ==
          Samples{0, 3, 4, 2, 1});
    CHECK(ranked(by_metric(Signal::variability, values), Signal::variability, true) ==
          Samples{2, 4, 0, 3, 1});
    CHECK(ranked(by_metric(Signal::avg_probs, values), Signal::avg_probs) ==
          Samples{2, 4, 0, 3, 1});
    for (const Signal signal : {Signal::forgetfulness, Signal::threshold_closeness,
                                Signal::loss_mean, Signal::el2n_mean, Signal::forgetting_times})
        CHECK_FALSE(info_of(signal).small_first);
    for (const Signal signal : {Signal::correct_times, Signal::aum, Signal::min_label_probs})
        CHECK(info_of(signal).small_first);
}

TEST_CASE("as many are chosen as the fraction says", "[analysis]") {
    std::vector<double> values;
    for (int i = 0; i < 10; ++i) values.push_back(i);
    const SignalTable table = by_metric(Signal::variability, values);
    const auto chosen_of = [&](double fraction, bool worst, bool both) {
        return chosen(table, {Signal::variability, fraction, worst, both});
    };
    CHECK(chosen_of(0.3, false, false) == Samples{9, 8, 7});
    CHECK(chosen_of(0.34, false, false).size() == 3);
    CHECK(chosen_of(0.35, false, false).size() == 4);
    CHECK(chosen_of(0.2, true, false) == Samples{0, 1});
    CHECK(chosen_of(1, false, false).size() == 10);
    CHECK(chosen_of(0, false, true).empty());
    // Of 5 by both ends 3 from the one and 2 from the other; of 10 seven and three, which are all.
    CHECK(chosen_of(0.5, false, true) == Samples{9, 8, 7, 1, 0});
    CHECK(chosen_of(0.5, true, true) == Samples{0, 1, 2, 8, 9});
    CHECK(chosen_of(1, false, true) == Samples{9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    CHECK_THROWS_WITH(chosen_of(1.5, false, false), "fraction: is 1.5, expected 0..1");
    CHECK_THROWS_AS(chosen_of(none, false, false), Error);
    const SignalTable known = by_metric(Signal::aum, {1, none, none, 2});
    CHECK(chosen(known, {Signal::aum, 0.5, false, false}) == Samples{0, 3});
    CHECK_THROWS_WITH(chosen(known, {Signal::aum, 0.75, false, false}),
                      "aum: is known of 2 samples, of which 3 cannot be chosen");
}

TEST_CASE("the map over time is the map of the evaluations so far", "[analysis]") {
    TrainingDynamics dynamics = two_class_dynamics({{0.25, 0.75, 0.5}, {none, 0.5, 1.0}});
    dynamics.evaluations[2].number = 7;
    const auto [series, samples] = map_over_time(dynamics);
    CHECK(samples == Samples{0, 1});
    REQUIRE(series.epoch_count() == 3);
    CHECK(series.epoch(2).number == 7);
    CHECK(series.labels()[1] == 1);
    CHECK(series.classes().names == dynamics.classes.names);
    // Means 1/4, 1/2, 1/2 and variances 0, 1/16, 1/24.
    CHECK(series.positions(0)[0] == Point{0, 0.25F});
    CHECK(series.positions(1)[0] == Point{0.0625F, 0.5F});
    CHECK(series.positions(2)[0].x == Approx(1.0 / 24));
    CHECK(series.positions(2)[0].y == Approx(0.5));
    // The second one is not evaluated at first: it stands where it will be.
    CHECK(series.positions(0)[1] == Point{0, 0.5F});
    CHECK(series.positions(1)[1] == Point{0, 0.5F});
    CHECK(series.positions(2)[1] == Point{0.0625F, 0.75F});
    CHECK(series.epoch(0).predictions.empty());
    CHECK(series.epoch(0).confidence.empty());
    CHECK(series.epoch(1).predictions[0] == 1);
    CHECK(series.epoch(1).confidence[0] == 0.75F);
    // Wider by 0.08: x 0..1/16, y 1/4..3/4.
    CHECK(series.frame().min.x == Approx(-0.0625 * 0.08));
    CHECK(series.frame().max.x == Approx(0.0625 * 1.08));
    CHECK(series.frame().min.y == Approx(0.21));
    CHECK(series.frame().max.y == Approx(0.79));
}

TEST_CASE("the map over time keeps what the whole map keeps", "[analysis]") {
    const TrainingDynamics dynamics =
        two_class_dynamics({{0.25, 0.75}, {0.75, 0.75}, {0.75, 0.25}, {none, none}});
    MapOptions options;
    options.criterion = Signal::learnt_times;
    options.threshold = 1;
    CHECK(map_over_time(dynamics, options).samples == Samples{0});
    CHECK(map_over_time(dynamics).samples == Samples{0, 1, 2});
    options.threshold = 2;
    CHECK_THROWS_WITH(map_over_time(dynamics, options), contains("no sample has a position"));
    // One sample that never moves has a frame with an extent all the same.
    const Box frame = map_over_time(two_class_dynamics({{0.5, 0.5}})).series.frame();
    CHECK(frame.min.x < 0);
    CHECK(frame.max.y > 0.5F);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(map_over_time(dynamics, {}, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("the map at its end is the map of all evaluations", "[analysis]") {
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < 3000; ++i)
        rows.push_back({(i % 97) / 96.0, (i % 13) / 12.0, (i % 31) / 30.0, (i % 7) / 6.0});
    const TrainingDynamics dynamics = two_class_dynamics(rows);
    for (std::size_t e = 0; e < 4; ++e) {
        const DataMap map = data_map(signals_of(dynamics, e + 1));
        const auto [series, samples] = map_over_time(dynamics, {}, {}, 2);
        for (const std::size_t i :
             {std::size_t{0}, std::size_t{1023}, std::size_t{1024}, std::size_t{2999}})
            CHECK(series.positions(e)[i] ==
                  Point{static_cast<float>(map.x[i]), static_cast<float>(map.y[i])});
    }
}

TEST_CASE("the number of a preset's samples is counted without a list", "[analysis]") {
    const SignalTable table = by_metric(Signal::forgetting_times, {0, 2, 1, 3});
    CHECK(samples_of(table, MapPreset::forgotten, 2) == Samples{1, 3});
    CHECK(count_of(table, MapPreset::forgotten, 2) == 2);
    CHECK(count_of(table, MapPreset::never_learnt) == 0);
}
