#include "support/catch.h"

#include <epochscope/analysis/nearest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>

using namespace epochscope;

namespace {

using Samples = std::vector<std::int32_t>;

/// On a line: a at 0, 1, 3 and b at 2, 4 (first epoch); at the second, sample 2 has gone to -1.
std::vector<EpochColumns> on_a_line() {
    EpochColumns first;
    first.number = 1;
    first.positions = {{0, 0}, {1, 0}, {3, 0}, {2, 0}, {4, 0}};
    EpochColumns second = first;
    second.number = 2;
    second.positions[2] = {-1, 0};
    return {first, second};
}

EpochSeries series_of(std::vector<EpochColumns> epochs) {
    return make_series({{"a", "b"}, {}}, {0, 0, 0, 1, 1}, std::move(epochs));
}

}  // namespace

TEST_CASE("without lists, neighbours are the nearest in the plane, each kind apart", "[analysis]") {
    const Neighbourhood near = neighbours_at(series_of(on_a_line()), 0, 0);
    CHECK(near.intra == Samples{1, 2});
    CHECK(near.inter == Samples{3, 4});
    CHECK_FALSE(near.intra_from_folder);
    CHECK_FALSE(near.inter_from_folder);
}

TEST_CASE("nearest in the plane follows the playhead between epochs", "[analysis]") {
    const EpochSeries series = series_of(on_a_line());
    // Sample 2 is at 3 - 4 t: nearer to sample 0 than sample 1 is from t = 0.5 on.
    CHECK(neighbours_at(series, 0.25, 0).intra == Samples{1, 2});
    CHECK(neighbours_at(series, 0.75, 0).intra == Samples{2, 1});
    // At t = 0.5 and at 1 both are 1 away: the lower index comes first.
    CHECK(neighbours_at(series, 0.5, 0).intra == Samples{1, 2});
    CHECK(neighbours_at(series, 1, 0).intra == Samples{1, 2});
}

TEST_CASE("samples whose place is no number are nobody's neighbours", "[analysis]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const std::vector<std::int32_t> labels{0, 0, 0, 1, 1};
    const std::vector<Point> places{{0, 0}, {nan, 0}, {2, 0}, {0, infinity}, {5, 5}};
    std::vector<Epoch> epochs(1);
    epochs[0].positions = places;
    const EpochSeries series({{"a", "b"}, {}}, labels, epochs, default_frame, nullptr);
    CHECK(neighbours_at(series, 0, 0).intra == Samples{2});
    CHECK(neighbours_at(series, 0, 0).inter == Samples{4});
    CHECK(neighbours_at(series, 0, 1).intra.empty());
}

TEST_CASE("no more neighbours than asked for", "[analysis]") {
    const EpochSeries series = series_of(on_a_line());
    CHECK(neighbours_at(series, 0, 0, 1).intra == Samples{1});
    CHECK(neighbours_at(series, 0, 0, 0).intra.empty());
    CHECK(neighbours_at(series, 0, 0, SIZE_MAX).inter == Samples{3, 4});
}

TEST_CASE("the folder's lists are those of the last epoch reached, without the sample itself",
          "[analysis]") {
    std::vector<EpochColumns> epochs = on_a_line();
    epochs[0].intra.offsets = {0, 3, 3, 3, 3, 3};
    epochs[0].intra.samples = {0, 2, 1};
    epochs[1].intra.offsets = {0, 1, 1, 1, 1, 1};
    epochs[1].intra.samples = {1};
    const EpochSeries series = series_of(epochs);
    for (const double playhead : {0.0, 0.99}) {
        const Neighbourhood near = neighbours_at(series, playhead, 0);
        CHECK(near.intra == Samples{2, 1});
        CHECK(near.intra_from_folder);
        // The other kind has no lists and is found in the plane.
        CHECK(near.inter == Samples{3, 4});
        CHECK_FALSE(near.inter_from_folder);
    }
    CHECK(neighbours_at(series, 1, 0).intra == Samples{1});
    // An empty list of the folder's is what the folder says.
    CHECK(neighbours_at(series, 0, 1).intra.empty());
    CHECK(neighbours_at(series, 0, 1).intra_from_folder);
}

TEST_CASE("the few nearest are those of a full sort", "[analysis]") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> place(0, 20);
    EpochColumns epoch;
    std::vector<std::int32_t> labels;
    for (int i = 0; i < 400; ++i) {
        epoch.positions.push_back(
            {static_cast<float>(place(random)), static_cast<float>(place(random))});
        labels.push_back(i % 3);
    }
    const EpochSeries series = make_series({{"a", "b", "c"}, {}}, labels, {epoch});
    for (const std::size_t sample : {0U, 57U, 399U}) {
        Samples expected;
        for (std::int32_t i = 0; i < 400; ++i)
            if (i != static_cast<std::int32_t>(sample) && labels[i] == labels[sample])
                expected.push_back(i);
        std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) {
            const auto distance = [&](auto i) {
                const Point p = epoch.positions[i];
                const Point q = epoch.positions[sample];
                return (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y);
            };
            return distance(a) < distance(b);
        });
        expected.resize(12);
        CHECK(neighbours_at(series, 0, sample, 12).intra == expected);
    }
}
