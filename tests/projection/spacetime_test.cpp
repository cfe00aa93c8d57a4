#include "projection/clipped_recording.h"
#include "projection/placing.h"
#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/spacetime.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr std::size_t group = 15;
constexpr std::size_t epochs = 11;

/// Three groups of samples in five dimensions. The first two change places along the first axis,
/// passing each other at a distance; the third stands still.
Recording swapping() {
    std::mt19937 random(4);
    std::normal_distribution<float> normal(0, 0.3F);
    std::vector<float> offsets(3 * group * 5);
    for (float& offset : offsets) offset = normal(random);
    std::vector<std::vector<float>> embeddings;
    for (std::size_t e = 0; e < epochs; ++e) {
        auto& rows = embeddings.emplace_back(offsets);
        const float along = 6 * std::cos(static_cast<float>(e) * 0.314159F);
        for (std::size_t i = 0; i < group; ++i) {
            rows[i * 5] += along;
            rows[i * 5 + 1] += 2;
            rows[(group + i) * 5] -= along;
            rows[(group + i) * 5 + 1] -= 2;
            rows[(2 * group + i) * 5 + 2] += 8;
        }
    }
    return recording_of(std::move(embeddings), 5);
}

Point middle(const std::vector<Point>& places, std::size_t first) {
    Point sum;
    for (std::size_t i = first; i < first + group; ++i) {
        sum.x += places[i].x / group;
        sum.y += places[i].y / group;
    }
    return sum;
}

double apart(Point a, Point b) {
    return std::hypot(static_cast<double>(a.x) - static_cast<double>(b.x),
                      static_cast<double>(a.y) - static_cast<double>(b.y));
}

}  // namespace

TEST_CASE("groups that change places cross, and who stands still stands still") {
    const Recording recording = swapping();
    const SpacetimeResult result = spacetime(recording, {.perplexity = 8, .threads = 1});
    REQUIRE(result.places.size() == epochs);
    const auto at = [&](std::size_t e, std::size_t g) {
        return middle(result.places[e], g * group);
    };
    const double distance = apart(at(0, 0), at(0, 1));

    // They end where the others began.
    CHECK(apart(at(epochs - 1, 0), at(0, 1)) < 0.5 * distance);
    CHECK(apart(at(epochs - 1, 1), at(0, 0)) < 0.5 * distance);
    double way = 0;
    double longest = 0;
    double still = 0;
    for (std::size_t e = 1; e < epochs; ++e) {
        const double step = apart(at(e - 1, 0), at(e, 0));
        way += step;
        longest = std::max(longest, step);
        still += apart(at(e - 1, 2), at(e, 2));
    }
    // In feature space the longest of ten steps is 0.156 of the way.
    CHECK(longest < 0.3 * way);
    CHECK(still < 0.1 * way);
    CHECK(result.stress < 0.1);
    CHECK(result.landmarks == 3 * group);
    CHECK(result.warnings.empty());
}

TEST_CASE("an outlier is drawn in, and costs the others nothing") {
    const Recording recording = swapping();
    std::vector<std::vector<float>> embeddings;
    for (const RecordedEpoch& epoch : recording.epochs())
        embeddings.emplace_back(epoch.embeddings.values.begin(), epoch.embeddings.values.end());
    CHECK(clipped(recording, 0, {}).warnings.empty());
    CHECK(clipped(recording, 0, {}).recording.epoch(0).embeddings.values.data() ==
          recording.epoch(0).embeddings.values.data());
    constexpr std::size_t outlier = 2 * group;
    for (auto& rows : embeddings)
        for (std::size_t d = 0; d < 5; ++d) rows[outlier * 5 + d] *= 50;
    const Recording with_outlier = recording_of(embeddings, 5);

    const ClippedRecording inner = clipped(with_outlier, 0, {});
    CHECK(inner.warnings ==
          std::vector<std::string>{
              "11 embeddings of 11 epochs are laid out nearer to the others than they are, since "
              "they are farther from the middle than five times the distance within which 95 % of "
              "the samples lie"});
    for (std::size_t e = 0; e < epochs; ++e)
        for (std::size_t i = 0; i < 3 * group * 5; ++i) {
            const float value = inner.recording.epoch(e).embeddings.values[i];
            if (i / 5 == outlier)
                CHECK(std::abs(value) <= std::abs(embeddings[e][i]));
            else
                CHECK(value == embeddings[e][i]);
        }

    // How many neighbours the others keep, by both methods.
    const auto kept = [&](const Recording& of, const std::vector<std::vector<Point>>& places) {
        std::vector<std::size_t> measured(epochs);
        std::iota(measured.begin(), measured.end(), std::size_t{0});
        const std::vector<Embedding> shown{{.places = {places.begin(), places.end()}}};
        const auto report = measure_faithfulness(of, measured, shown, {.neighbours = 8});
        double sum = 0;
        for (std::size_t at = 0; at < epochs * 3 * group; ++at)
            if (at % (3 * group) != outlier)
                sum += static_cast<double>(report.embeddings[0].preserved[at]);
        return sum / static_cast<double>(epochs * (3 * group - 1));
    };
    const SpacetimeOptions options{.perplexity = 8, .map_epochs = 0, .threads = 1};
    CHECK(kept(with_outlier, spacetime(with_outlier, options).places) >
          kept(recording, spacetime(recording, options).places) - 0.05);
    const TsneOptions plain{.perplexity = 8, .threads = 1};
    CHECK(kept(with_outlier, tsne(with_outlier, plain).places) >
          kept(recording, tsne(recording, plain).places) - 0.05);
}

TEST_CASE("paths count as lambda says") {
    const Recording recording = swapping();
    const auto by = [&](double lambda) {
        return spacetime(recording, {.path_weight = lambda, .perplexity = 8, .iterations = 200});
    };
    const SpacetimeResult little = by(0.1);
    const SpacetimeResult much = by(20);
    CHECK(much.stress < little.stress);
    CHECK(much.divergence > little.divergence);
    CHECK(std::isfinite(by(0).divergence));
}

TEST_CASE("a place means the same at all epochs where that counts") {
    const Recording recording = swapping();
    // Where the first group is at the end, the second was at the beginning; how far its samples are
    // then from those which were nearest in feature space, as a share of the picture.
    const auto off = [&](double together) {
        const SpacetimeResult result =
            spacetime(recording, {.together = together, .perplexity = 8, .map_epochs = 0});
        const NearestPoints truly = nearest_points(recording.epoch(epochs - 1).embeddings,
                                                   recording.epoch(0).embeddings, {.count = 1});
        double sum = 0;
        double extent = 0;
        for (std::size_t i = 0; i < 3 * group; ++i) {
            const auto near = static_cast<std::size_t>(truly.of(i)[0]);
            sum += apart(result.places.back()[i], result.places.front()[near]);
            extent += apart(result.places.front()[i], middle(result.places.front(), group));
        }
        return sum / extent;
    };
    CHECK(off(1) < 0.7 * off(0));
}

TEST_CASE("spacetime is the same for any number of threads") {
    const Recording recording = swapping();
    const SpacetimeOptions one{
        .together = 1, .perplexity = 8, .iterations = 50, .landmarks = 30, .threads = 1};
    SpacetimeOptions two = one;
    two.threads = 2;
    const SpacetimeResult result = spacetime(recording, one);
    CHECK(result.places == spacetime(recording, two).places);
    CHECK(result.landmarks == 30);
}

TEST_CASE("who is no landmark is placed among those near") {
    const Recording recording = swapping();
    const SpacetimeResult result =
        spacetime(recording, {.perplexity = 5, .landmarks = 24, .seed = 3});
    for (std::size_t e = 0; e < epochs; ++e)
        for (std::size_t i = 0; i < 3 * group; ++i) {
            const std::size_t own = i / group * group;
            const double near = apart(result.places[e][i], middle(result.places[e], own));
            // At the middle epochs the first two pass each other; the third is always apart.
            const std::size_t other = own == 2 * group ? 0 : 2 * group;
            CHECK(near < apart(result.places[e][i], middle(result.places[e], other)));
        }
}

TEST_CASE("a place among others is their weighted mean") {
    // Equally far from both: the mean. On one of them and far from the other: there.
    const std::vector<float> placed{0, 10};
    const std::vector<float> queries{5, 0};
    const Placing placing({queries, 1}, {placed, 1}, 1, {});
    const Layout layout{{2, 4}, {-1, 3}};
    CHECK(placing.place(0, layout).x == Approx(3));
    CHECK(placing.place(0, layout).y == Approx(1));
    const std::vector<float> three{0, 10, 11};
    const Placing sharp({queries, 1}, {three, 1}, 1, {});
    const Layout far{{0, 100, 100}, {0, 0, 0}};
    CHECK(sharp.place(1, far).x < 100);
}

TEST_CASE("spacetime manages with little") {
    SECTION("one epoch") {
        const auto result =
            spacetime(recording_of({{0, 0, 1, 0, 0, 1, 5, 5}}, 2), {.iterations = 20});
        CHECK(result.stress == 0);
        REQUIRE(result.warnings.size() == 2);
        CHECK_THAT(result.warnings[0],
                   contains("the perplexity is 1 instead of 30, since there are "
                            "only 4 samples"));
        // There are no more than two dimensions.
        CHECK(result.warnings[1] ==
              "the first two principal components hold 100 % of the variance: PCA shows nearly all "
              "there is, and more truly");
    }
    SECTION("one sample") {
        const auto result = spacetime(recording_of({{0, 0}, {1, 1}}, 2), {.iterations = 20});
        CHECK(std::isfinite(result.places[1][0].x));
    }
    SECTION("features that are all the same") {
        const std::vector<float> same(20, 3);
        const auto result = spacetime(recording_of({same, same, same}, 2), {.iterations = 50});
        for (const auto& places : result.places)
            for (const Point place : places) CHECK(std::isfinite(place.x));
    }
    SECTION("one dimension") {
        const auto result = spacetime(recording_of({{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}}, 1),
                                      {.iterations = 50});
        for (const auto& places : result.places)
            for (const Point place : places) CHECK(std::isfinite(place.y));
    }
}

TEST_CASE("spacetime tells how it goes, and stops") {
    const Recording recording = swapping();
    std::vector<double> shares;
    std::vector<std::size_t> seen;
    spacetime(recording, {.early_iterations = 20, .iterations = 100},
              {.progress = [&](double share) { shares.push_back(share); }, .stop = {}},
              [&](const SpacetimeStatus& status) {
                  CHECK(status.iterations == 120);
                  CHECK(status.places.size() == 3 * group);
                  CHECK(status.divergence > 0);
                  seen.push_back(status.epoch);
              });
    CHECK(std::ranges::is_sorted(shares));
    CHECK(shares.back() == 1);
    CHECK(seen.size() == 12);
    std::ranges::sort(seen);
    CHECK(std::unique(seen.begin(), seen.end()) - seen.begin() == epochs);

    std::stop_source stop;
    const Job job{.progress =
                      [&](double share) {
                          if (share > 0.5) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    CHECK_THROWS_AS(spacetime(recording, {}, job), Cancelled);
}

TEST_CASE("spacetime refuses what it cannot do") {
    const Recording recording = swapping();
    CHECK_THROWS_WITH(spacetime(recording, {.path_weight = -1}),
                      "path-weight: is -1, expected 0 to 1000");
    CHECK_THROWS_WITH(spacetime(recording, {.perplexity = 0.5}),
                      "perplexity: is 0.5, expected 1 to 1000");
    CHECK_THROWS_WITH(spacetime(recording, {.early_exaggeration = 0}),
                      "early-exaggeration: is 0, expected 1 to 1e6");
    CHECK_THROWS_WITH(spacetime(recording, {.iterations = -5}),
                      "iterations: is -5, expected 0 to 1e5");
    CHECK_THROWS_WITH(spacetime(recording, {.landmarks = 1}), "landmarks: is 1, expected 2 to 1e6");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_THROWS_AS(spacetime(recording_of({{0, 1}, {nan, 1}}, 1)), Error);
}
