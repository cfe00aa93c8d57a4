#include "support/catch.h"

#include <epochscope/analysis/compare.h>
#include <epochscope/analysis/matched_series.h>
#include <epochscope/model/error.h>
#include <epochscope/model/metadata.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
using Samples = std::vector<std::int32_t>;

/// Samples on a line at some epochs, labelled a, a, b, b, ...
Dataset on_a_line(const std::vector<std::pair<std::int64_t, std::vector<float>>>& epochs,
                  std::vector<std::string> classes = {"a", "b"}) {
    std::vector<EpochColumns> columns;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < epochs.front().second.size(); ++i)
        labels.push_back(i % 4 < 2 ? 0 : 1);
    for (const auto& [number, places] : epochs) {
        EpochColumns& epoch = columns.emplace_back();
        epoch.number = number;
        for (const float x : places) epoch.positions.push_back({x, 0});
    }
    return {.series = make_series({std::move(classes), {}}, labels, std::move(columns)),
            .backgrounds = nullptr,
            .name = "line",
            .path = "/line",
            .format = "",
            .warnings = {}};
}

Dataset with_ids(Dataset dataset, const std::vector<std::string>& ids) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& id : ids) {
        bytes += id;
        ends.push_back(bytes.size());
    }
    dataset.metadata = std::make_shared<const Metadata>(
        Metadata{.columns = {Column::of_texts("id", bytes, ends)}});
    return dataset;
}

}  // namespace

TEST_CASE("samples are paired by id, and else by index", "[analysis]") {
    const Dataset first = on_a_line({{1, {0, 1, 2}}});
    const Dataset second = on_a_line({{1, {0, 1, 2, 3}}});
    const SeriesPairs pairs =
        pair_series(with_ids(first, {"x", "y", "z"}), with_ids(second, {"z", "w", "", "x"}));
    CHECK(pairs.by_id);
    CHECK(pairs.first == Samples{0, 2});
    CHECK(pairs.second == Samples{3, 0});
    CHECK(pairs.first_alone == 1);
    CHECK(pairs.second_alone == 2);
    // The labels of both are a and b in the first folder, b and a in the second.
    REQUIRE(pairs.warnings.size() == 1);
    CHECK(pairs.warnings.front() == "2 of 2 samples have other labels in the second folder");

    CHECK(pair_series(with_ids(first, {"x", "y", "z"}), first).first == Samples{0, 1, 2});
    CHECK_THROWS_AS(pair_series(first, second), Error);
    CHECK_THROWS_AS(pair_series(with_ids(first, {"x", "y", "z"}), with_ids(first, {"1", "2", "3"})),
                    Error);
}

TEST_CASE("epochs are paired by number, and else by how far they are", "[analysis]") {
    using Epochs = std::vector<std::pair<std::size_t, std::size_t>>;
    const std::vector<float> places{0, 1, 2};
    const Dataset first = on_a_line({{1, places}, {2, places}, {3, places}});
    const SeriesPairs shared =
        pair_series(first, on_a_line({{2, places}, {3, places}, {9, places}}));
    CHECK(shared.epochs_by == EpochPairing::number);
    CHECK(shared.epochs == Epochs{{1, 0}, {2, 1}});
    const Dataset longer =
        on_a_line({{10, places}, {20, places}, {30, places}, {40, places}, {50, places}});
    const SeriesPairs far = pair_series(first, longer);
    CHECK(far.epochs_by == EpochPairing::share);
    CHECK(far.epochs == Epochs{{0, 0}, {1, 2}, {2, 4}});
    CHECK(pair_series(longer, first).epochs == Epochs{{0, 0}, {2, 1}, {4, 2}});
    CHECK(pair_series(on_a_line({{7, places}}), longer).epochs == Epochs{{0, 4}});
}

TEST_CASE("a playhead of the second series follows pairs of epochs", "[analysis]") {
    SeriesPairs pairs;
    pairs.epochs = {{1, 0}, {2, 1}, {6, 3}};
    CHECK(second_playhead(pairs, 0) == 0);
    CHECK(second_playhead(pairs, 1) == 0);
    CHECK(second_playhead(pairs, 1.5) == 0.5);
    CHECK(second_playhead(pairs, 3) == 1.5);
    CHECK(second_playhead(pairs, 6) == 3);
    CHECK(second_playhead(pairs, 8) == 3);
    const std::vector<float> places{0, 1, 2};
    const Dataset run = on_a_line({{1, places}, {2, places}});
    const Dataset other = on_a_line({{2, places}, {3, places}, {4, places}});
    CHECK(pair_series(run, other).epochs_by == EpochPairing::number);
    const SeriesPairs far = pair_series(run, other, EpochPairing::share);
    CHECK(far.epochs_by == EpochPairing::share);
    CHECK(second_playhead(far, 0.5) == 1);
}

TEST_CASE("the second series is seen through the samples of the first", "[analysis]") {
    const auto line = [](const std::vector<float>& places, std::vector<std::string> classes) {
        return on_a_line({{1, places}, {2, places}}, std::move(classes));
    };
    const Dataset first = with_ids(line({0, 1, 2}, {"a", "b"}), {"x", "y", "z"});
    Dataset second = with_ids(line({10, 11, 12, 13}, {"b", "c"}), {"z", "w", "v", "x"});
    const SeriesPairs pairs = pair_series(first, second);
    const EpochSeries seen = matched_series(first.series, second.series, pairs);
    // x, y and z, of which y is absent, and then w and v.
    REQUIRE(seen.sample_count() == 5);
    const auto places = seen.positions(1);
    CHECK(places[0].x == 13);
    CHECK(std::isnan(places[1].x));
    CHECK(places[2].x == 10);
    CHECK(places[3].x == 11);
    CHECK(places[4].x == 12);
    CHECK(seen.classes().names == std::vector<std::string>{"a", "b", "c"});
    // The first's labels; w is of b and v of c in the second.
    CHECK(std::vector<std::int32_t>(seen.labels().begin(), seen.labels().end()) ==
          std::vector<std::int32_t>{0, 0, 1, 1, 2});

    // What has the same order is shared, whatever is moved.
    const Dataset same = line({5, 6, 8}, {"a", "b"});
    const SeriesPairs in_order = pair_series(first, same);
    CHECK(matched_series(first.series, same.series, in_order).positions(0).data() ==
          same.series.positions(0).data());
    const Similarity shift{.shift = {-5, 1}};
    const EpochSeries moved = matched_series(first.series, same.series, in_order, shift);
    CHECK(moved.positions(0)[2] == Point{3, 1});
    CHECK(moved.frame() == first.series.frame());
}

TEST_CASE("neighbours and predictions are seen by the samples and classes of the first",
          "[analysis]") {
    const auto side = [](std::vector<std::string> classes, const Samples& predictions,
                         const std::vector<Samples>& near) {
        std::vector<EpochColumns> epochs(1);
        epochs[0].positions = {{0, 0}, {1, 0}, {2, 0}};
        epochs[0].predictions = predictions;
        epochs[0].confidence = {0.25F, 0.5F, 1};
        epochs[0].intra.offsets = {0};
        for (const Samples& list : near) {
            epochs[0].intra.samples.insert(epochs[0].intra.samples.end(), list.begin(), list.end());
            epochs[0].intra.offsets.push_back(epochs[0].intra.samples.size());
        }
        return Dataset{
            .series = make_series({std::move(classes), {}}, {0, 1, 1}, std::move(epochs)),
            .backgrounds = nullptr,
            .name = "",
            .path = "/x",
            .format = "",
            .warnings = {}};
    };
    const Dataset first = with_ids(side({"a", "b"}, {0, 0, 0}, {{1}, {0}, {0}}), {"x", "y", "z"});
    const Dataset second =
        with_ids(side({"b", "a"}, {0, 1, -1}, {{1, 2}, {0}, {1}}), {"z", "y", "x"});
    const EpochSeries seen =
        matched_series(first.series, second.series, pair_series(first, second));
    const Epoch& epoch = seen.epoch(0);
    CHECK(Samples(epoch.predictions.begin(), epoch.predictions.end()) == Samples{-1, 0, 1});
    CHECK(epoch.confidence[0] == 1);
    const auto list = [&](std::size_t i) {
        return Samples(epoch.intra[i].begin(), epoch.intra[i].end());
    };
    CHECK(list(0) == Samples{1});
    CHECK(list(1) == Samples{2});
    CHECK(list(2) == Samples{1, 0});
}

TEST_CASE("a turned and scaled series is laid onto the first", "[analysis]") {
    const auto series = [](auto place) {
        std::vector<EpochColumns> epochs(2);
        for (int e = 0; e < 2; ++e) {
            epochs[static_cast<std::size_t>(e)].number = e;
            for (int i = 0; i < 5; ++i)
                epochs[static_cast<std::size_t>(e)].positions.push_back(
                    place(static_cast<float>(i), static_cast<float>(i * i % 3 + e)));
        }
        return Dataset{.series = make_series({{"a"}, {}}, {0, 0, 0, 0, 0}, std::move(epochs)),
                       .backgrounds = nullptr,
                       .name = "",
                       .path = "/x",
                       .format = "",
                       .warnings = {}};
    };
    const Dataset first = series([](float x, float y) { return Point{x, y}; });
    // Mirrored, turned, three times as large, and elsewhere.
    const Dataset second = series([](float x, float y) { return Point{3 * y + 7, 3 * x - 2}; });
    const SeriesPairs pairs = pair_series(first, second);
    const EpochSeries laid =
        matched_series(first.series, second.series, pairs,
                       placement_onto_first(first.series, second.series, pairs));
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(i);
        CHECK(laid.positions(1)[i].x == Approx(first.series.positions(1)[i].x).margin(1e-5));
        CHECK(laid.positions(1)[i].y == Approx(first.series.positions(1)[i].y).margin(1e-5));
    }
}

TEST_CASE("what two series share is counted", "[analysis]") {
    // Of eight samples, with k 2. The second series swaps the first two with the last two.
    const Dataset first = on_a_line({{1, {0, 1, 2.5F, 4.5F, 7, 10, 13.5F, 17.5F}}});
    const Dataset second = on_a_line({{1, {17.5F, 13.5F, 2.5F, 4.5F, 7, 10, 1, 0}}});
    const SeriesPairs pairs = pair_series(first, second);
    const Comparison found = compare_series({.series = first.series}, {.series = second.series},
                                            pairs, {.neighbours = 2});
    CHECK(found.neighbours == 2);
    CHECK_FALSE(found.by_features);
    // By hand. The nearest two of each in the first: 0: 1 2; 1: 0 2; 2: 1 3; 3: 2 4; 4: 3 5 (2.5
    // and 3); 5: 4 6; 6: 5 7; 7: 6 5. In the second, of 0: 1 5; 1: 5 0; 2: 6 3; 3: 2 4; 4: 3 5;
    // 5: 4 1; 6: 7 2; 7: 6 2.
    const std::vector<double> shared{0.5, 0.5, 0.5, 1, 1, 0.5, 0.5, 0.5};
    double sum = 0;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        CAPTURE(i);
        CHECK(found.samples[i].shared_neighbours == shared[i]);
        CHECK_FALSE(found.samples[i].agreement);
        CHECK_FALSE(found.samples[i].confidence);
        sum += shared[i];
    }
    CHECK(*found.epochs.front().shared_neighbours == Approx(sum / 8));
    CHECK(most_changed(found) == std::vector<std::size_t>{0, 1, 2, 5, 6, 7, 3, 4});
    const Comparison limited = compare_series({.series = first.series}, {.series = second.series},
                                              pairs, {.neighbours = 100});
    CHECK(limited.neighbours == 3);
}

TEST_CASE("predictions are compared by the names of classes", "[analysis]") {
    const auto side = [](std::vector<std::string> classes, Samples early, Samples late,
                         std::vector<float> confidence) {
        std::vector<EpochColumns> epochs(2);
        for (std::size_t e = 0; e < 2; ++e) {
            epochs[e].number = static_cast<std::int64_t>(e + 3);
            epochs[e].positions = {{0, 0}, {1, 0}, {not_a_number, not_a_number}};
            epochs[e].predictions = e == 0 ? early : late;
            epochs[e].confidence = confidence;
        }
        std::vector<std::int32_t> labels{0, 1, 1};
        if (classes.front() == "b") labels = {1, 0, 0};
        return Dataset{.series = make_series({std::move(classes), {}}, labels, std::move(epochs)),
                       .backgrounds = nullptr,
                       .name = "",
                       .path = "/x",
                       .format = "",
                       .warnings = {}};
    };
    const Dataset first = side({"a", "b"}, {0, 0, 0}, {0, 1, 1}, {0.5F, 0.5F, not_a_number});
    const Dataset second = side({"b", "a", "c"}, {1, 0, 2}, {0, 0, 2}, {0.75F, 0.25F, 1});
    const SeriesPairs pairs = pair_series(first, second);
    CHECK(pairs.classes == Samples{1, 0, -1});
    REQUIRE(pairs.warnings.size() == 1);
    const Comparison found =
        compare_series({.series = first.series}, {.series = second.series}, pairs);
    CHECK(found.neighbours == 1);
    CHECK(*found.epochs[0].agreement == Approx(1.0 / 3));
    CHECK(*found.epochs[1].agreement == Approx(1.0 / 3));
    REQUIRE(found.classes.size() == 2);
    CHECK(found.classes[0][0].agreement == 1);
    CHECK(found.classes[1][0].agreement == 0);
    CHECK(found.classes[1][1].agreement == 0.5);
    CHECK(found.samples[0].agreement == 0.5);
    CHECK(found.samples[1].agreement == 0.5);
    CHECK(found.samples[2].agreement == 0);
    CHECK(found.samples[0].confidence == 0.25);
    CHECK(found.samples[1].confidence == -0.25);
    CHECK_FALSE(found.samples[2].confidence);
    CHECK(found.epochs[0].confidence == 0);
    // Absent samples have no neighbours, and are nobody's.
    CHECK(found.samples[0].shared_neighbours == 1);
    CHECK_FALSE(found.samples[2].shared_neighbours);
    CHECK(found.first_correct == std::vector<std::optional<std::int64_t>>{3, 4, 4});
    CHECK(found.second_correct == std::vector<std::optional<std::int64_t>>{3, 3, std::nullopt});
}

TEST_CASE("a comparison goes on with the epochs that come, as if they had been there at once",
          "[analysis]") {
    const std::vector<float> line{0, 1, 2.5F, 4.5F, 7, 10, 13.5F, 17.5F};
    const std::vector<float> swapped{17.5F, 13.5F, 2.5F, 4.5F, 7, 10, 1, 0};
    const std::vector<float> turned{3, 1, 4, 1.5F, 9, 2.6F, 5, 3.5F};
    const auto compare = [](const Dataset& first, const Dataset& second,
                            const Comparison& before = {}) {
        return compare_series({.series = first.series}, {.series = second.series},
                              pair_series(first, second), {.neighbours = 2}, before);
    };
    const auto is_same = [](const Comparison& a, const Comparison& b) {
        const auto same = [](const Sameness& x, const Sameness& y) {
            return x.shared_neighbours == y.shared_neighbours;
        };
        return std::ranges::equal(a.samples, b.samples, same) &&
               std::ranges::equal(a.epochs, b.epochs, same) &&
               std::ranges::equal(a.classes.at(1), b.classes.at(1), same);
    };
    const Dataset first = on_a_line({{1, line}, {2, line}, {3, turned}});
    const Comparison early = compare(first, on_a_line({{1, swapped}, {2, turned}}));
    CHECK(early.epochs.size() == 2);
    const Dataset grown = on_a_line({{1, swapped}, {2, turned}, {3, swapped}});
    const Comparison whole = compare(first, grown);
    CHECK_FALSE(is_same(whole, early));
    CHECK(is_same(compare(first, grown, early), whole));
    // What was found is of no use where an epoch was written again, or is one less.
    const Dataset rewritten = on_a_line({{1, swapped}, {2, line}, {3, swapped}});
    CHECK(is_same(compare(first, rewritten, early), compare(first, rewritten)));
    const Dataset begun = on_a_line({{1, swapped}});
    CHECK(is_same(compare(first, begun, early), compare(first, begun)));
    // A kept epoch is not compared again: its values are those that were found.
    Comparison marked = early;
    marked.epochs[0].shared_neighbours = -1;
    CHECK(compare(first, grown, marked).epochs[0].shared_neighbours == -1.0);
}
