#include "support/catch.h"

#include <epochscope/render/map_plot.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace epochscope;

namespace {

std::size_t sum(const std::vector<std::size_t>& counts) {
    std::size_t all = 0;
    for (const std::size_t count : counts) all += count;
    return all;
}

/// A map of two signals at these places, all of one group.
DataMap map_at(Signal horizontal, std::vector<double> x, Signal vertical, std::vector<double> y) {
    DataMap map;
    map.horizontal = horizontal;
    map.vertical = vertical;
    map.groups = {{"all", MapMarker::diamond, {0, 0, 255}}};
    map.counts = {x.size()};
    map.group.assign(x.size(), 0);
    for (std::size_t i = 0; i < x.size(); ++i) map.samples.push_back(static_cast<std::uint32_t>(i));
    map.x = std::move(x);
    map.y = std::move(y);
    return map;
}

/// What training told of samples: whether each was right at each evaluation, with a p_y of 0.9 or
/// 0.1.
SignalTable signals_of_rights(const std::vector<std::vector<int>>& rights) {
    TrainingDynamics dynamics;
    dynamics.classes.names = {"a", "b"};
    for (std::size_t i = 0; i < rights.size(); ++i) dynamics.ids.push_back(std::to_string(i));
    dynamics.labels.assign(rights.size(), 0);
    dynamics.s_labels.assign(rights.size(), 0);
    for (std::size_t e = 0; e < rights.front().size(); ++e) {
        Evaluation evaluation = Evaluation::of(static_cast<std::int64_t>(e), rights.size());
        for (std::size_t i = 0; i < rights.size(); ++i) {
            evaluation.right[i] = rights[i][e] != 0 ? 1 : 0;
            evaluation.label_probability[i] = rights[i][e] != 0 ? 0.9 : 0.1;
        }
        dynamics.evaluations.push_back(std::move(evaluation));
    }
    return signals_of(dynamics);
}

double lightness(Colour colour) {
    return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b;
}

}  // namespace

TEST_CASE("a bounded signal is laid out between its bounds where samples fill them", "[render]") {
    const MapPlot plot =
        trust_ai_plot(map_at(Signal::label_var, {0.01, 0.2}, Signal::avg_probs, {0.1, 0.9}));
    CHECK(plot.axes == Axes{"label_var", "avg_probs"});
    // With a margin of 0.03 of 0..0.25 and 0..1.
    CHECK(plot.across.low == Approx(-0.0075));
    CHECK(plot.across.high == Approx(0.2575));
    CHECK(plot.upwards.low == Approx(-0.03));
    CHECK(plot.upwards.high == Approx(1.03));
    CHECK(plot.x == std::vector<double>{0.01, 0.2});
    CHECK(plot.note.empty());
}

TEST_CASE("samples that fill little of what is possible are looked at closely", "[render]") {
    const MapPlot close =
        trust_ai_plot(map_at(Signal::label_var, {0.02, 0.04}, Signal::avg_probs, {0.001, 0.101}));
    CHECK(close.across.low == Approx(0.0194));
    CHECK(close.across.high == Approx(0.0406));
    // What nearly begins at 0 does.
    CHECK(close.upwards.low == Approx(-0.00303));
    CHECK(close.upwards.high == Approx(0.10403));
    const MapPlot unbounded =
        trust_ai_plot(map_at(Signal::aum, {-10, 10}, Signal::loss_mean, {3, 3}));
    CHECK(unbounded.across.low == Approx(-10.6));
    CHECK(unbounded.across.high == Approx(10.6));
    CHECK(unbounded.upwards.low == Approx(2.5));
    CHECK(unbounded.upwards.high == Approx(3.5));
}

TEST_CASE("histograms count every sample, its bounds included", "[render]") {
    const MapPlot plot = trust_ai_plot(
        map_at(Signal::label_var, {0, 0.25, 0.249}, Signal::avg_probs, {0.05, 0.99, 0.5}));
    REQUIRE(plot.histograms.size() == 2);
    const PlotHistogram& upwards = plot.histograms[0];
    CHECK(upwards.name == "avg_probs");
    REQUIRE(upwards.counts.size() == 25);
    CHECK(upwards.range == PlotRange{0, 1});
    // Parts of 0.04: 0.05 lies in the second, 0.5 in the 13th, 0.99 in the last.
    CHECK(upwards.counts[1] == 1);
    CHECK(upwards.counts[12] == 1);
    CHECK(upwards.counts[24] == 1);
    const PlotHistogram& across = plot.histograms[1];
    CHECK(across.counts[0] == 1);
    CHECK(across.counts[24] == 2);
    CHECK(sum(across.counts) == 3);
}

TEST_CASE("whole numbers have a part each", "[render]") {
    const MapPlot plot =
        trust_ai_plot(map_at(Signal::forgetting_times, {0, 3, 3}, Signal::avg_probs, {0, 0.5, 1}));
    CHECK(plot.histograms[1].range == PlotRange{-0.5, 3.5});
    CHECK(plot.histograms[1].counts == std::vector<std::size_t>{1, 0, 0, 2});
    // Few stay where they are.
    CHECK(plot.x == std::vector<double>{0, 3, 3});
}

TEST_CASE("many samples of whole numbers are spread around them, and the plot says so",
          "[render]") {
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i < 400; ++i) {
        x.push_back(i % 3);
        y.push_back(i % 2);
    }
    const MapPlot plot =
        trust_ai_plot(map_at(Signal::forgetting_times, x, Signal::learnt_times, y));
    CHECK(plot.note.find("0.35") != std::string::npos);
    std::vector<std::pair<double, double>> places;
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(std::abs(plot.x[i] - x[i]) <= 0.35);
        CHECK(std::abs(plot.y[i] - y[i]) <= 0.35);
        CHECK(plot.x[i] > plot.across.low);
        CHECK(plot.x[i] < plot.across.high);
        places.emplace_back(plot.x[i], plot.y[i]);
    }
    std::sort(places.begin(), places.end());
    CHECK(std::adjacent_find(places.begin(), places.end()) == places.end());
    CHECK(plot.histograms[1].counts == std::vector<std::size_t>{134, 133, 133});
}

TEST_CASE("a plot says how many samples have no place in it", "[render]") {
    DataMap map = map_at(Signal::loss_mean, {1, 2}, Signal::avg_probs, {0, 1});
    map.unplaced = 1;
    CHECK(trust_ai_plot(map).note == "1 sample is left out because a signal is unknown.");
    map.unplaced = 20;
    MapPlot plot = trust_ai_plot(map);
    CHECK(plot.note == "20 samples are left out because a signal is unknown.");
    add_note(plot, "More.");
    CHECK(plot.note == "20 samples are left out because a signal is unknown. More.");
}

TEST_CASE("a title says which samples a map keeps", "[render]") {
    MapOptions options;
    CHECK(filter_text(options).empty());
    options.min_learnt = 0;
    CHECK(filter_text(options).empty());
    options.min_learnt = 2;
    CHECK(filter_text(options) == "learnt_times >= 2");
    options.criterion = Signal::avg_probs;
    options.threshold = 0.25;
    CHECK(filter_text(options) == "avg_probs >= 0.25, learnt_times >= 2");
    options.min_learnt.reset();
    options.min_forgotten = 1;
    CHECK(filter_text(options) == "avg_probs >= 0.25, forgetting_times >= 1");
}

TEST_CASE("a map of nobody is an empty plane", "[render]") {
    const MapPlot trust_ai = trust_ai_plot(map_at(Signal::aum, {}, Signal::avg_probs, {}));
    CHECK(trust_ai.across.low < trust_ai.across.high);
    CHECK(trust_ai.upwards.high == Approx(1.03));
    CHECK(sum(trust_ai.histograms[0].counts) == 0);
    const SignalTable table = signals_of_rights({{1}});
    MapOptions none;
    none.criterion = Signal::avg_probs;
    none.threshold = 2;
    const MapPlot cartography = cartography_plot(data_map(table, none), table);
    CHECK(cartography.x.empty());
    CHECK(cartography.groups.empty());
    CHECK(cartography.across.high == Approx(0.515));
}

TEST_CASE("cartography lays out confidence by variability and colours by correctness", "[render]") {
    // Right 0, 1, 2 (twice), 4 times of 4.
    const SignalTable table =
        signals_of_rights({{0, 0, 0, 0}, {0, 0, 0, 1}, {1, 1, 0, 0}, {0, 0, 1, 1}, {1, 1, 1, 1}});
    const MapPlot plot = cartography_plot(data_map(table), table);
    CHECK(plot.axes == Axes{"variability", "confidence"});
    REQUIRE(plot.x.size() == 5);
    // p_y of 0.1, 0.1, 0.1 and 0.9: a mean of 0.3, and a deviation of 0.8 times the root of 3/16.
    CHECK(plot.y[1] == Approx(0.3));
    CHECK(plot.x[1] == Approx(0.8 * std::sqrt(3.0) / 4));
    CHECK(plot.x[4] == Approx(0).margin(1e-12));
    // Three of four can come to be, and nobody has.
    std::vector<std::string> names;
    for (const MapGroup& group : plot.groups) names.push_back(group.name);
    CHECK(names == std::vector<std::string>{"0.0", "0.3", "0.5", "0.8", "1.0"});
    CHECK(plot.counts == std::vector<std::size_t>{1, 1, 2, 0, 1});
    CHECK(plot.group == std::vector<std::uint8_t>{0, 1, 2, 2, 4});
    CHECK(plot.legend_title == "correctness");
    CHECK(plot.has_bars);
    for (std::size_t g = 1; g < plot.groups.size(); ++g) {
        CHECK(plot.groups[g].marker == MapMarker::disc);
        CHECK(lightness(plot.groups[g].colour) > lightness(plot.groups[g - 1].colour) + 10);
    }
}

TEST_CASE("of many evaluations correctness is rounded to tenths", "[render]") {
    std::vector<int> once(20, 0);
    once[7] = 1;
    const SignalTable table = signals_of_rights({once, std::vector<int>(20, 1)});
    const MapPlot plot = cartography_plot(data_map(table), table);
    REQUIRE(plot.groups.size() == 11);
    // 1 of 20 is 0.05, which is rounded away from 0.
    CHECK(plot.groups[plot.group[0]].name == "0.1");
    CHECK(plot.groups[plot.group[1]].name == "1.0");
}

TEST_CASE("cartography names its regions and draws their borders", "[render]") {
    const SignalTable table = signals_of_rights({{1, 0}});
    const MapPlot plot = cartography_plot(data_map(table), table);
    REQUIRE(plot.labels.size() == 3);
    for (const PlotLabel& place : plot.labels) {
        // Where the name ends is in the region that it names, or at its right edge.
        const double confidence = place.y;
        const double variability = std::min(place.x, 0.5);
        CHECK(name_of(region_of(confidence, variability)) == place.name);
    }
    for (const PlotBorder& border : plot.borders) {
        const bool upright = border.x0 == border.x1;
        CHECK((upright ? border.x0 == low_variability
                       : (border.y0 == low_confidence || border.y0 == high_confidence)));
    }
    REQUIRE(plot.histograms.size() == 2);
    CHECK(plot.histograms[0].name == "confidence");
    CHECK(plot.histograms[1].name == "variability");
}
