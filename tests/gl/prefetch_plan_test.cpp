#include "gl/prefetch_plan.h"

#include "support/catch.h"

using namespace epochscope;
using Epochs = std::vector<std::size_t>;

TEST_CASE("What comes next lies in the direction of play") {
    gl::PrefetchPlan plan;
    plan.reach({3, 4}, 0.5F);
    CHECK(plan.ahead(10, 3) == Epochs{5, 6, 7});
    plan.reach({3, 4}, 0.25F);
    CHECK(plan.ahead(10, 3) == Epochs{2, 1, 0});
    // At rest it stays as it was.
    plan.reach({3, 4}, 0.25F);
    CHECK(plan.ahead(10, 2) == Epochs{2, 1});
    plan.reach({7, 7}, 0);
    CHECK(plan.ahead(10, 2) == Epochs{8, 9});
}

TEST_CASE("After the last epoch comes the first, and none comes twice") {
    gl::PrefetchPlan plan;
    plan.reach({3, 4}, 0.5F);
    CHECK(plan.ahead(5, 8) == Epochs{0, 1, 2});
    plan.reach({0, 1}, 0.5F);
    CHECK(plan.ahead(5, 2) == Epochs{4, 3});
    plan.reach({0, 0}, 0);
    CHECK(plan.ahead(1, 8).empty());
    CHECK(plan.ahead(2, 8) == Epochs{1});
}

TEST_CASE("A frame's points are found in their series, and others are not") {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{1, 1}, {2, 2}};
        epochs[e].predictions = {0, 1};
        epochs[e].confidence = {0.5F, 1};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    PointLayer points;
    points.from = series.positions(1);
    points.to = series.positions(2);
    points.colour_index = series.epoch(1).predictions;
    points.confidence = series.epoch(1).confidence;
    points.labels = series.labels();
    points.palette.resize(2);
    REQUIRE(gl::epochs_of(series, points));
    CHECK(*gl::epochs_of(series, points) == gl::EpochPair{1, 2});
    points.colour_index = series.labels();
    points.confidence = {};
    CHECK(gl::epochs_of(series, points));
    points.colour_index = series.epoch(2).predictions;
    CHECK_FALSE(gl::epochs_of(series, points));
    points.colour_index = series.labels();
    const std::vector<Point> others(2);
    points.to = others;
    CHECK_FALSE(gl::epochs_of(series, points));
}
