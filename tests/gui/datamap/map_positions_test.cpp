#include "app/datamap/map_positions.h"

#include "gui/datamap/support.h"

#include <cmath>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::trained;

namespace {

/// Places of so many samples after evaluations of these numbers: sample i after evaluation k at
/// (i, k).
MapOverTime map_of(std::vector<std::uint32_t> samples, const std::vector<std::int64_t>& numbers) {
    std::vector<EpochColumns> epochs;
    for (const std::int64_t number : numbers) {
        EpochColumns epoch;
        epoch.number = number;
        for (const std::uint32_t i : samples)
            epoch.positions.push_back({static_cast<float>(i), static_cast<float>(epochs.size())});
        epochs.push_back(std::move(epoch));
    }
    const std::vector<std::int32_t> labels(samples.size(), 0);
    return {make_series({{"a", "b"}, {}}, labels, std::move(epochs), {{0, 0}, {5, 5}}),
            std::move(samples)};
}

}  // namespace

TEST_CASE("Each epoch has the data map's positions after its last evaluation") {
    const EpochSeries series = trained()->series;
    // Evaluations at epochs 2 and 4 of 1, 2, 4, 5.
    const auto positions =
        std::make_shared<const MapPositions>(series, map_of({0, 1, 2, 3}, {2, 4}));
    const EpochSeries linked = with_positions(series, positions);
    REQUIRE(linked.epoch_count() == 4);
    for (const auto& [epoch, evaluation] : {std::pair{0, 0}, {1, 0}, {2, 1}, {3, 1}}) {
        const auto e = static_cast<std::size_t>(epoch);
        CHECK(linked.positions(e)[3] == Point{3, static_cast<float>(evaluation)});
        CHECK(linked.epoch(e).number == series.epoch(e).number);
        CHECK(linked.epoch(e).predictions.data() == series.epoch(e).predictions.data());
        CHECK(linked.epoch(e).confidence.data() == series.epoch(e).confidence.data());
    }
    CHECK(linked.labels().data() == series.labels().data());
    // Room for the axes' names is left.
    CHECK(linked.frame().min.x == Approx(-0.6));
    CHECK(linked.frame().min.y == Approx(-0.6));
    CHECK(linked.frame().max == Point{5, 5});
}

TEST_CASE("Samples that a data map has not are nowhere in it") {
    const EpochSeries series = trained()->series;
    const auto positions =
        std::make_shared<const MapPositions>(series, map_of({1, 3}, {1, 2, 4, 5}));
    const EpochSeries linked = with_positions(series, positions);
    REQUIRE(linked.sample_count() == 4);
    CHECK(std::isnan(linked.positions(2)[0].x));
    CHECK(std::isnan(linked.positions(2)[2].y));
    CHECK(linked.positions(2)[1] == Point{1, 2});
    CHECK(linked.positions(3)[3] == Point{3, 3});
}
