#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/following.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr std::size_t samples = 40;
constexpr std::size_t epochs = 6;

std::vector<std::vector<float>> random_walk(unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<std::vector<float>> rows(epochs, std::vector<float>(samples * 3));
    for (std::size_t e = 0; e < epochs; ++e)
        for (std::size_t k = 0; k < rows[e].size(); ++k)
            rows[e][k] = (e > 0 ? rows[e - 1][k] : 0) + normal(random);
    return rows;
}

ProjectOptions options_of_method(const Method& method, int threads = 1) {
    ProjectOptions options;
    options.method = method;
    options.neighbours = 2;
    options.threads = threads;
    return options;
}

const SpacetimeOptions quick{
    .perplexity = 5, .early_iterations = 10, .iterations = 20, .map_epochs = 2};

/// The results of all epochs, one by one.
std::vector<Projection> one_by_one(const FollowingProjection& following,
                                   const Recording& recording) {
    std::vector<Projection> results;
    std::vector<Epoch> before;
    std::optional<Box> frame;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        results.push_back(following.next(recording, e, before, frame));
        before.push_back(results.back().series.epoch(0));
        frame = results.back().series.frame();
    }
    return results;
}

}  // namespace

TEST_CASE("an epoch is decided by the places before it alone") {
    const Recording recording = recording_of(random_walk(1), 3);
    for (const Method& method :
         {Method(quick), Method(PcaOptions{}),
          Method(TsneOptions{.perplexity = 5, .iterations = 20, .warm_iterations = 10})}) {
        const FollowingProjection following(options_of_method(method));
        const std::vector<Projection> results = one_by_one(following, recording);
        for (const Projection& result : results) {
            CHECK(result.series.epoch_count() == 1);
            CHECK(result.series.has_intra());
        }
        std::vector<Epoch> before;
        for (std::size_t e = 0; e + 1 < epochs; ++e) before.push_back(results[e].series.epoch(0));
        const Projection again =
            FollowingProjection(options_of_method(method, 2)).next(recording, epochs - 1, before);
        CHECK(std::ranges::equal(again.series.positions(0), results.back().series.positions(0)));
        CHECK(again.series.epoch(0).number == static_cast<std::int64_t>(epochs));
    }
}

TEST_CASE("the frame holds what was placed before") {
    const Recording recording = recording_of(random_walk(2), 3);
    const auto results =
        one_by_one(FollowingProjection(options_of_method(PcaOptions{})), recording);
    for (std::size_t e = 1; e < epochs; ++e) {
        const Box was = results[e - 1].series.frame();
        const Box is = results[e].series.frame();
        CHECK(is.min.x <= was.min.x);
        CHECK(is.max.y >= was.max.y);
    }
}

TEST_CASE("principal components that go along are those of the first epoch") {
    const Recording recording = recording_of(random_walk(3), 3);
    const FollowingProjection following(options_of_method(PcaOptions{}));
    CHECK(following.has_one_map());
    const auto results = one_by_one(following, recording);
    const Table& rows = recording.epoch(4).embeddings;
    const auto expected = results.front().map.at(0)->place(rows);
    CHECK(std::ranges::equal(results[4].series.positions(0), expected));
    CHECK_FALSE(
        FollowingProjection(options_of_method(PcaOptions{.per_epoch = true})).has_one_map());
}

TEST_CASE("samples and epochs that are not there do not hinder the next") {
    auto rows = random_walk(4);
    rows[2][7 * 3] = std::numeric_limits<float>::quiet_NaN();
    rows[0][9 * 3] = std::numeric_limits<float>::quiet_NaN();
    const Recording recording = recording_of(std::move(rows), 3);
    const FollowingProjection following(options_of_method(quick));
    const auto results = one_by_one(following, recording);
    CHECK(std::isnan(results[2].series.positions(0)[7].x));
    CHECK(std::isfinite(results[3].series.positions(0)[7].x));
    CHECK(std::isfinite(results[1].series.positions(0)[9].x));
    // Places of an epoch that the recording has no more.
    const std::vector<Epoch> before{results[0].series.epoch(0), results[2].series.epoch(0)};
    Epoch unknown = before[0];
    unknown.number = -5;
    const std::vector<Epoch> more{unknown, before[0], before[1]};
    CHECK(std::ranges::equal(following.next(recording, 3, before).series.positions(0),
                             following.next(recording, 3, more).series.positions(0)));
    Epoch few = before[0];
    few.positions = few.positions.first(3);
    CHECK_THROWS_WITH(following.next(recording, 3, std::vector<Epoch>{few}),
                      contains("has 3 places, expected 40"));
}

TEST_CASE("a method that cannot go along says which can") {
    CHECK_THROWS_WITH(FollowingProjection(options_of_method(TimevisOptions{})),
                      contains("timevis: cannot go along with a run"));
    CHECK_THROWS_WITH(FollowingProjection(options_of_method(DviOptions{})),
                      contains("expected one of pca, tsne, spacetime, or the maps of a folder"));
}
