#include "support/catch.h"

#include <epochscope/analysis/align_curves.h>

#include <limits>

using namespace epochscope;

namespace {

using Numbers = std::vector<double>;
const std::vector<std::int64_t> epochs{1, 2, 4};

CurveRun run_of(StepUnit unit, std::vector<ScalarSeries> series) {
    CurveRun run;
    run.steps_are = unit;
    run.series = std::move(series);
    return run;
}

}  // namespace

TEST_CASE("steps lie between those of the epochs, and go on beyond them", "[analysis]") {
    const CurveRun run =
        run_of(StepUnit::steps, {{"a", {0, 100, 150, 200, 400, 500}, {1, 2, 3, 4, 5, 6}}});
    const AlignedCurves places = align_to_epochs(run, epochs, Numbers{100, 200, 400});
    CHECK(places.rule == AlignmentRule::steps_of_epochs);
    CHECK(places.epochs[0] == Numbers{0, 1, 1.5, 2, 4, 5});
}

TEST_CASE("what the run itself says of epochs counts where no list does", "[analysis]") {
    const CurveRun run = run_of(
        StepUnit::steps, {{"a", {5, 6}, {1, 2}, {}, {0.5, 0.6}}, {"b", {7}, {1}, {}, {0.7}}});
    const AlignedCurves told = align_to_epochs(run, epochs, {});
    CHECK(told.rule == AlignmentRule::recorded_by_run);
    CHECK(told.epochs == std::vector<Numbers>{{0.5, 0.6}, {0.7}});
    CHECK(align_to_epochs(run, epochs, Numbers{1, 2, 3}).rule == AlignmentRule::steps_of_epochs);
    // A list of steps says nothing of a table of epochs.
    const CurveRun table = run_of(StepUnit::epochs, {{"a", {1, 2}, {1, 2}, {}, {1, 2}}});
    CHECK(align_to_epochs(table, epochs, Numbers{100, 200, 400}).epochs[0] == Numbers{1, 2});
}

TEST_CASE("a curve of epochs places all others of its run", "[analysis]") {
    const CurveRun run =
        run_of(StepUnit::steps, {{"loss", {0, 50, 100, 250, 300}, {9, 8, 7, 6, 5}},
                                 {"train/epoch", {0, 50, 100, 150, 200}, {0, 0, 1, 1, 2}}});
    const AlignedCurves places = align_to_epochs(run, epochs, {});
    CHECK(places.rule == AlignmentRule::recorded_by_run);
    CHECK(places.epochs[0] == Numbers{0, 0.5, 1, 2.5, 3});
    const double none = std::numeric_limits<double>::quiet_NaN();
    const CurveRun broken = run_of(StepUnit::steps, {{"epoch", {0, 1}, {none, none}}});
    CHECK(align_to_epochs(broken, epochs, {}).rule == AlignmentRule::evenly);
}

TEST_CASE("without a word steps are spread evenly over the epochs", "[analysis]") {
    const CurveRun run =
        run_of(StepUnit::steps, {{"a", {10, 20, 40}, {1, 2, 3}}, {"b", {25}, {1}}});
    const AlignedCurves places = align_to_epochs(run, epochs, {});
    CHECK(places.rule == AlignmentRule::evenly);
    CHECK(places.epochs[0] == Numbers{1, 2, 4});
    CHECK(places.epochs[1] == Numbers{2.5});
    const CurveRun single = run_of(StepUnit::steps, {{"a", {10, 10}, {1, 2}}, {"none", {}, {}}});
    CHECK(align_to_epochs(single, epochs, {}).epochs[0] == Numbers{1, 1});
    CHECK(align_to_epochs(single, epochs, {}).epochs[1].empty());
}

TEST_CASE("rows are epochs where there are as many", "[analysis]") {
    const CurveRun run = run_of(StepUnit::rows, {{"a", {0, 1, 2}, {1, 2, 3}}});
    CHECK(align_to_epochs(run, epochs, {}).epochs[0] == Numbers{1, 2, 4});
    const CurveRun more = run_of(StepUnit::rows, {{"a", {0, 1, 2, 3}, {1, 2, 3, 4}}});
    CHECK(align_to_epochs(more, epochs, {}).epochs[0] == Numbers{1, 2, 3, 4});
}

TEST_CASE("a run that counts epochs from 0 is moved beside epochs from 1", "[analysis]") {
    const auto aligned = [](Numbers told) {
        const Numbers values(told.size());
        return align_to_epochs(run_of(StepUnit::epochs, {{"a", told, values, {}, told}}), epochs,
                               {});
    };
    const AlignedCurves moved = aligned({0, 1, 2, 3});
    CHECK(moved.is_moved);
    CHECK(moved.epochs[0] == Numbers{1, 2, 3, 4});
    // Epoch 0 is beside epoch 4, or parts of epochs are told.
    CHECK_FALSE(aligned({0, 1, 2, 3, 4}).is_moved);
    CHECK_FALSE(aligned({0, 0.5, 3}).is_moved);
    CHECK_FALSE(aligned({1, 2, 3}).is_moved);
}
