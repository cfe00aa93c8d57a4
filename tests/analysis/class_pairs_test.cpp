#include "support/catch.h"

#include <epochscope/analysis/class_pairs.h>
#include <epochscope/analysis/curves.h>

#include <utility>
#include <vector>

using namespace epochscope;

namespace {

/// Four samples of the classes a, a, b, c, predicted so at each epoch; -1 is unknown.
EpochSeries predicted(const std::vector<std::vector<std::int32_t>>& predictions) {
    std::vector<EpochColumns> epochs(predictions.size());
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions.assign(4, Point{0, 0});
        epochs[e].predictions = predictions[e];
    }
    return make_series({{"a", "b", "c"}, {}}, {0, 0, 1, 2}, std::move(epochs));
}

}  // namespace

TEST_CASE("pairs of classes are counted at each epoch, the most frequent first", "[analysis]") {
    const EpochSeries series =
        predicted({{1, 1, 1, 0}, {0, 1, 1, 0}, {}, {0, 2, -1, 2}, {0, 0, 0, 2}});
    const CountedPairs confused = confused_classes(series, 10);
    REQUIRE(confused.pairs.size() == 4);
    CHECK(confused.pair_count == 4);
    CHECK(confused.total == 7);
    // a taken for b: two, then one.
    CHECK(confused.pairs[0].from == 0);
    CHECK(confused.pairs[0].to == 1);
    CHECK(confused.pairs[0].total == 3);
    CHECK(confused.pairs[0].counts == std::vector<std::size_t>{2, 1, 0, 0, 0});
    // c for a twice; of pairs as frequent, by class.
    CHECK(confused.pairs[1].from == 2);
    CHECK(confused.pairs[1].counts == std::vector<std::size_t>{1, 1, 0, 0, 0});
    CHECK(confused.pairs[2].from == 0);
    CHECK(confused.pairs[2].to == 2);
    CHECK(confused.pairs[3].from == 1);

    const CountedPairs flipped = flipped_classes(series, 10);
    // b to a at epoch 1, c to a at epoch 4; nothing across the epoch without predictions.
    REQUIRE(flipped.pairs.size() == 2);
    CHECK(flipped.pairs[0].from == 1);
    CHECK(flipped.pairs[0].to == 0);
    CHECK(flipped.pairs[0].counts == std::vector<std::size_t>{0, 1, 0, 0, 0});
    CHECK(flipped.pairs[1].from == 2);
    CHECK(flipped.total == *flips_at(series, 1) + *flips_at(series, 4));

    const CountedPairs cut = confused_classes(series, 1);
    CHECK(cut.pairs.size() == 1);
    CHECK(cut.pair_count == 4);
    CHECK(cut.total == 7);
}

TEST_CASE("samples without a label are not confused", "[analysis]") {
    std::vector<EpochColumns> epochs(1);
    epochs[0].positions.assign(2, Point{0, 0});
    epochs[0].predictions = {1, 0};
    const EpochSeries series = make_series({{"a", "b"}, {}}, {-1, 1}, std::move(epochs));
    CHECK(confused_classes(series, 10).total == 1);
    CHECK(flipped_classes(series, 10).total == 0);
}
