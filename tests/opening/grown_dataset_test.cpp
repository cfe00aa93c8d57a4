#include "io/npy_file.h"
#include "support/data.h"

#include <epochscope/opening/grown_dataset.h>
#include <epochscope/opening/open_folder.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Four samples at the epochs 1, 2, ... of a recording, each on an arm of a cross.
void put_run(const fs::path& run, int epochs, const std::vector<std::int64_t>& labels) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(4,)", labels);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto far = static_cast<float>(epoch);
        put_npy<float>(run / "epochs" / ("epoch_" + std::to_string(epoch)) / "embeddings.npy",
                       "<f4", "(4, 2)", {far, 0, -far, 0, 0, far / 2, 0, -far / 2});
    }
}

/// Positions of three samples, which at the second epoch begin with this.
void put_places(const fs::path& folder, float second, bool has_third) {
    put_arrays(folder);
    std::vector<float> places{0, 0, 1, 1, 2, 2, second, 10, 11, 11, 12, 12};
    if (has_third) places.insert(places.end(), {5, 5, 6, 6, 7, 7});
    put_npy<float>(folder / "positions.npy", "<f4", has_third ? "(3, 3, 2)" : "(2, 3, 2)", places);
    if (has_third) put(folder / "info.json", R"({"label_text": ["a", "b"], "epochs": [1, 4, 5]})");
}

}  // namespace

TEST_CASE("a dataset goes on from what it was, as far as that is the same", "[opening]") {
    const TemporaryFolder folder;
    put_places(folder.path(), 10, false);
    const Dataset before = open_folder(folder.path());
    const auto same = grown_from(before, open_folder(folder.path()), {});
    REQUIRE(same);
    CHECK(same->is_same);
    put_places(folder.path(), 10, true);
    const auto grown = grown_from(before, open_folder(folder.path()), {});
    REQUIRE(grown);
    CHECK_FALSE(grown->is_same);
    CHECK(grown->kept == 2);
    CHECK(grown->dataset->series.epoch_count() == 3);
    put_places(folder.path(), 9, true);
    const auto moved = grown_from(before, open_folder(folder.path()), {});
    REQUIRE(moved);
    CHECK(moved->kept == 1);
    // Fewer epochs, or other ones, are no continuation.
    CHECK_FALSE(grown_from(*grown->dataset, before, {}));
    put(folder.path() / "info.json", R"({"label_text": ["a", "b"], "epochs": [1, 3, 4]})");
    CHECK_FALSE(grown_from(before, open_folder(folder.path()), {}));
    put(folder.path() / "info.json", R"({"label_text": ["a", "c"], "epochs": [1, 4, 5]})");
    CHECK_FALSE(grown_from(before, open_folder(folder.path()), {}));
}

TEST_CASE("neighbours that were found stay at the epochs that did not change", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_run(run, 2, {0, 0, 1, 1});
    Dataset before = open_folder(run);
    before.series = with_neighbours(before.series, open_recording(run).recording, {.count = 1});
    put_run(run, 3, {0, 0, 1, 1});
    const auto grown = grown_from(before, open_folder(run), {1});
    REQUIRE(grown);
    const EpochSeries& series = grown->dataset->series;
    REQUIRE(series.epoch(0).intra.size() == 4);
    CHECK(series.epoch(0).intra[0].front() == 1);
    CHECK(series.epoch(0).inter[0].size() == 1);
    CHECK(series.epoch(1).intra.empty());
    CHECK(series.epoch(2).intra.empty());
    const Recording recording = open_recording(run).recording;
    CHECK(neighbour_cost(series, recording) == 4 * 4 * 2 * 2);
    const EpochSeries all = with_neighbours(series, recording, {.count = 1});
    CHECK(all.epoch(0).intra[0].data() == series.epoch(0).intra[0].data());
    CHECK(all.epoch(2).intra[2].front() == 3);
    // Of other labels it is another run.
    put_run(run, 3, {0, 1, 1, 1});
    CHECK_FALSE(grown_from(before, open_folder(run), {1}));
}
