#include "analysis/prototypes/run.h"
#include "support/catch.h"

#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <vector>

using namespace epochscope;
using tests::Run;

TEST_CASE("prototypes are found, projected and described by signals") {
    const Run::Samples samples{{0, 0}, {0, 2}, {10, 0}, {10, 2}};
    const Recording recording = Run::recording({samples, samples});
    std::vector<EpochColumns> columns(2);
    for (std::size_t e = 0; e < 2; ++e) {
        columns[e].number = static_cast<std::int64_t>(e + 1);
        columns[e].positions = {{0, 0}, {0, 1}, {5, 0}, {5, 1}};
    }
    const EpochSeries series = make_series({{"one"}, {}}, {0, 0, 0, 0}, columns);
    PrototypeOptions options;
    options.clusters.levels = {2};
    options.batch.batch = 2;
    options.batch.negatives = 1;
    const PrototypesFound found = find_prototypes(recording, {series, {}}, options);
    REQUIRE(found.prototypes.levels.size() == 1);
    const PrototypeLevel& level = found.prototypes.levels[0];
    REQUIRE(level.epochs.size() == 2);
    CHECK(level.epochs[0].assignments[0] == level.epochs[0].assignments[1]);
    CHECK(level.epochs[0].assignments[0] != level.epochs[0].assignments[2]);
    CHECK(std::ranges::equal(level.epochs[0].assignments, level.epochs[1].assignments));
    const auto of_first = static_cast<std::size_t>(level.epochs[0].assignments[0]);
    CHECK(level.epochs[0].positions[of_first] == Point{0, 0.5F});
    const auto inertia = std::ranges::find(level.curves, "inertia", &PrototypeCurve::name);
    REQUIRE(inertia != level.curves.end());
    CHECK(inertia->values[1].value() == Approx(4));
    options.clusters.levels = {5};
    CHECK_THROWS_AS(find_prototypes(recording, {series, {}}, options), Error);
}
