// What a team projects is what one process does, to the last bit.
#include "projection/run.h"
#include "support/catch.h"
#include "support/thread_team.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/spacetime.h>
#include <epochscope/projection/stored_map.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr std::size_t samples = 40;
constexpr std::size_t dimension = 4;
constexpr std::size_t epoch_count = 5;

Recording drifting() {
    std::mt19937 random(8);
    std::normal_distribution<float> normal(0, 1);
    std::vector<std::vector<float>> embeddings;
    std::vector<float> rows(samples * dimension);
    for (std::size_t e = 0; e < epoch_count; ++e) {
        for (float& value : rows) value += normal(random);
        embeddings.push_back(rows);
    }
    return recording_of(std::move(embeddings), dimension);
}

/// All that a projection has, so that two can be compared.
struct Found {
    std::vector<std::vector<Point>> places;
    std::vector<std::int32_t> neighbours;
    std::vector<LearnedMap> maps;
    std::vector<std::string> remarks;
    friend bool operator==(const Found&, const Found&) = default;
};

Found found_in(const Projection& projection) {
    Found found{.places = {}, .neighbours = {}, .maps = {}, .remarks = projection.remarks};
    for (const Epoch& epoch : projection.series.epochs()) {
        found.places.emplace_back(epoch.positions.begin(), epoch.positions.end());
        for (std::size_t i = 0; i < epoch.intra.size(); ++i)
            for (const std::int32_t neighbour : epoch.intra[i])
                found.neighbours.push_back(neighbour);
    }
    for (const LearnedMap* map : maps_of<LearnedMap>(projection.map)) found.maps.push_back(*map);
    return found;
}

}  // namespace

TEST_CASE("a team projects as one process does, by every method") {
    const Recording recording = drifting();
    const auto [name, method, has_neighbours] = GENERATE(table<std::string, Method, bool>(
        {{"pca", PcaOptions{}, true},
         {"t-SNE of each", TsneOptions{.perplexity = 5, .iterations = 60, .warm_start = false},
          true},
         {"t-SNE", TsneOptions{.perplexity = 5, .iterations = 60}, true},
         {"spacetime", SpacetimeOptions{.perplexity = 5, .iterations = 40, .map_epochs = 4}, true},
         {"among landmarks",
          SpacetimeOptions{
              .together = 1, .perplexity = 5, .iterations = 30, .landmarks = 25, .map_epochs = 0},
          false}}));
    CAPTURE(name);
    const auto work = [&, &chosen = method, &listed = has_neighbours](const Team& team) {
        ProjectOptions options;
        options.method = chosen;
        options.neighbours = listed ? 3 : 0;
        options.threads = 1;
        options.team = team;
        return found_in(project(recording, options));
    };
    const Found alone = work(Team());
    REQUIRE(alone.places.size() == epoch_count);
    const std::size_t size = GENERATE(std::size_t{2}, std::size_t{3}, std::size_t{7});
    CAPTURE(size);
    const auto all = at_each_rank(size, work);
    CHECK(all.front() == alone);
    for (const Found& other : all) {
        CHECK(other.places == alone.places);
        CHECK(other.maps == alone.maps);
    }
}

TEST_CASE("a method that a team does not share is done by the first, and all have its places") {
    const Recording recording = drifting();
    TimevisOptions timevis;
    timevis.training.training_epochs = 2;
    timevis.graph_neighbours = 5;
    const auto work = [&](const Team& team) {
        ProjectOptions options;
        options.method = timevis;
        options.threads = 1;
        options.team = team;
        return found_in(project(recording, options));
    };
    const Found alone = work(Team());
    const auto all = at_each_rank(2, work);
    CHECK(all.front() == alone);
    CHECK(all.back().places == alone.places);
    CHECK(all.back().maps.empty());
}

TEST_CASE("a team places samples by the maps of a folder") {
    const Recording recording = drifting();
    StoredMap stored;
    stored.method = "pca";
    stored.name = "there";
    stored.map = plane_map_of(std::vector{
        LinearMap{std::vector<double>(dimension, 0.5), {{{1, 0, 0, 0}, {0, 0.6, 0.8, 0}}}, {}}});
    for (std::size_t e = 0; e < epoch_count; ++e)
        stored.epochs.push_back(static_cast<std::int64_t>(e) + 1);
    stored.frame = {{-10, -10}, {10, 10}};
    const auto work = [&](const Team& team) {
        return found_in(project_by(stored, recording, {.threads = 1, .team = team}));
    };
    const Found alone = work(Team());
    const auto all = at_each_rank(3, work);
    CHECK(all.front() == alone);
    CHECK(all.back().places == alone.places);
}
