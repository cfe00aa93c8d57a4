#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/controls.h>
#include <epochscope/projection/pca.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// 30 samples of four dimensions that drift.
Recording drift(std::size_t epochs) {
    std::mt19937 random(2);
    std::vector<std::vector<float>> embeddings;
    std::vector<float> values(120);
    for (std::size_t e = 0; e < epochs; ++e) {
        for (float& value : values) value += static_cast<float>(random() % 1001) / 500 - 1;
        embeddings.push_back(values);
    }
    return recording_of(std::move(embeddings), 4);
}

const Faithfulness& control(const PictureReport& report, const std::string& name) {
    const auto found = std::find_if(report.controls.begin(), report.controls.end(),
                                    [&](const Control& c) { return c.name == name; });
    REQUIRE(found != report.controls.end());
    return found->found;
}

}  // namespace

TEST_CASE("a picture is measured beside its controls", "[controls]") {
    const Recording recording = drift(6);
    const auto maps = pca(recording);
    const EpochSeries series = projected_series(recording, places_by(maps, recording));
    const PictureReport report =
        measure_picture(recording, series, plane_map_of(maps), {.neighbours = 5});
    REQUIRE(report.controls.size() == 5);
    CHECK(report.epochs == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
    CHECK(report.neighbours == 5);
    CHECK(report.near_epochs == 2);
    // The picture is one PCA: that control is the picture again.
    CHECK(control(report, "pca")[Metric::temp_l].per_epoch ==
          report.picture[Metric::temp_l].per_epoch);
    CHECK(control(report, "features")[Metric::trustworthiness].mean.value() == Approx(1));
    // A walk keeps its path's epochs, and nobody's neighbours.
    const double chance = 5.0 / 29;
    const double near = report.picture[Metric::nn_pv].mean.value();
    CHECK(near > 2 * chance);
    CHECK(control(report, "random_walk")[Metric::nn_pv].mean.value() < near / 1.5);
    CHECK(control(report, "random_walk")[Metric::temp_g_tau].mean.value() > 0.2);
    CHECK(control(report, "random_places")[Metric::temp_g_tau].mean.value() ==
          Approx(0).margin(0.15));
    CHECK(control(report, "shuffled_epochs")[Metric::temp_l].mean.value() <
          report.picture[Metric::temp_l].mean.value());
    CHECK(measure_picture(recording, series, plane_map_of(maps), {}, false).controls.empty());
}

TEST_CASE("maps of each epoch are shuffled with their epochs", "[controls]") {
    const Recording recording = drift(4);
    const auto maps = pca(recording, {.per_epoch = true, .threads = 1});
    const EpochSeries series = projected_series(recording, places_by(maps, recording));
    const PictureReport report =
        measure_picture(recording, series, plane_map_of(maps), {.neighbours = 5});
    CHECK(control(report, "shuffled_epochs")[Metric::nn_pv].mean);
    CHECK_THROWS_WITH(
        measure_picture(recording, series, plane_map_of(std::vector{maps[0], maps[1]})),
        contains("has 2 maps"));
}

TEST_CASE("one epoch is not shuffled", "[controls]") {
    const Recording recording = drift(1);
    const auto maps = pca(recording);
    const EpochSeries series = projected_series(recording, places_by(maps, recording));
    const PictureReport report = measure_picture(recording, series, plane_map_of(maps));
    const MetricSummary& figure = control(report, "shuffled_epochs")[Metric::nn_pv];
    CHECK_FALSE(figure.mean);
    CHECK(figure.per_epoch.size() == 1);
    CHECK(figure.reason == "one epoch cannot be shuffled");
    CHECK(control(report, "random_walk")[Metric::nn_pv].mean);
}

TEST_CASE("what is kept of a report is of each epoch and sample", "[controls]") {
    const Recording recording = drift(3);
    const auto maps = pca(recording);
    const EpochSeries series = projected_series(recording, places_by(maps, recording));
    const PictureReport report = measure_picture(recording, series, plane_map_of(maps), {}, false);
    const Trust trust = trust_of(report);
    REQUIRE(trust.curves.size() == metric_count - 2);
    REQUIRE(trust.curve("nn_pv"));
    CHECK(trust.curve("nn_pv")->values == report.picture[Metric::nn_pv].per_epoch);
    CHECK(trust.curve("temp_pv") == nullptr);
    CHECK(trust.curve("travel") == nullptr);
    REQUIRE(trust.preserved.size() == 3);
    double sum = 0;
    for (const float share : trust.preserved[2]) sum += share;
    CHECK(sum / 30 == Approx(*report.picture[Metric::nn_pv].per_epoch[2]));
}
