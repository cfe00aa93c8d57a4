#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/projected_series.h>

#include <limits>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("a projected recording can be looked at", "[projection]") {
    const Recording recording = recording_of({{1, 2}, {3, 4}}, 1, {{0, 0, 5, 1}, {1, 2, 3, 4}});
    const EpochSeries series = projected_series(recording, {{{0, 0}, {10, 2}}, {{1, -2}, {4, 0}}});
    CHECK(series.epoch_count() == 2);
    CHECK(series.epoch(1).number == 2);
    CHECK(series.positions(1)[0] == Point{1, -2});
    CHECK(series.epoch(0).predictions[1] == 0);
    CHECK(series.epoch(1).predictions[1] == 1);
    CHECK(series.epoch(0).confidence[0] == 0.5F);
    // x spans 0..10, y -2..2: a square of side 11 around (5, 0).
    CHECK(series.frame().min.x == Approx(-0.5));
    CHECK(series.frame().max.x == Approx(10.5));
    CHECK(series.frame().min.y == Approx(-5.5));
    CHECK(series.frame().max.y == Approx(5.5));
}

TEST_CASE("without logits nothing is predicted, and one place has a frame", "[projection]") {
    const EpochSeries series = projected_series(recording_of({{1, 2}}, 1), {{{3, 3}, {3, 3}}});
    CHECK_FALSE(series.has_predictions());
    CHECK_FALSE(series.has_confidence());
    CHECK(series.frame() == Box{{2, 2}, {4, 4}});
}

TEST_CASE("places that do not fit the recording are refused", "[projection]") {
    const Recording recording = recording_of({{1, 2}}, 1);
    CHECK_THROWS_WITH(projected_series(recording, {}), contains("are of 0 epochs, expected 1"));
    CHECK_THROWS_WITH(projected_series(recording, {{{0, 0}}}),
                      contains("has 1 entries, expected 2"));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    // A sample whose logits are not numbers has no prediction.
    const EpochSeries series =
        projected_series(recording_of({{1, 2}}, 1, {{0, 1, nan, 0}}), {{{0, 0}, {1, 1}}});
    CHECK(series.epoch(0).predictions[0] == 1);
    CHECK(series.epoch(0).predictions[1] == -1);
}
