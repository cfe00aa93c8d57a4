#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/open.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// 24 samples around four corners in three dimensions, at epochs 1, 2 and 5.
fs::path put_run(const fs::path& folder) {
    fs::path run = folder / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(24,)",
                          std::vector<std::int64_t>(24, 0));
    for (const int epoch : {1, 2, 5}) {
        std::vector<float> embeddings;
        for (int i = 0; i < 24; ++i) {
            const auto corner = static_cast<float>(i % 4);
            const auto n = static_cast<float>(i * epoch);
            embeddings.insert(embeddings.end(), {10 * corner + std::sin(n), std::cos(n) - corner,
                                                 corner * corner + std::sin(3 * n)});
        }
        put_npy<float>(run / "epochs" / ("epoch_" + std::to_string(epoch)) / "embeddings.npy",
                       "<f4", "(24, 3)", embeddings);
    }
    return run;
}

struct Made {
    TemporaryFolder folder;
    std::string run = put_run(folder.path()).string();
    std::string out = (folder.path() / "out").string();

    [[nodiscard]] Outcome make(std::vector<std::string> more, const std::string& to = "out") const {
        more.insert(more.begin(), {"prototypes", run, "--out", (folder.path() / to).string()});
        if (std::find(more.begin(), more.end(), "--batch") == more.end())
            more.insert(more.end(), {"--batch", "8"});
        return call(more);
    }
    [[nodiscard]] std::string said(const std::vector<std::string>& more) const {
        const Outcome outcome = make(more);
        CHECK(outcome.code != 0);
        CHECK_FALSE(fs::exists(out));
        return std::to_string(outcome.code) + " " + outcome.err;
    }
};

std::string bytes_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files) {
        const auto bytes = read_file(file, 1'000'000);
        all += fs::relative(file, folder).string();
        all.append(bytes.begin(), bytes.end());
    }
    return all;
}

}  // namespace

TEST_CASE("prototypes writes a folder that opens with them", "[cli]") {
    const Made made;
    const Outcome outcome = made.make({"--clusters", "4,2", "--negatives", "0", "--json"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const json found = json::parse(outcome.out);
    CHECK(found["epoch_numbers"] == json({1, 2, 5}));
    CHECK(found["placing"] == "map");
    REQUIRE(found["levels"].size() == 2);
    CHECK(found["levels"][0]["clusters"] == 4);
    const json& signals = found["levels"][0]["signals"];
    CHECK(signals["ceiling_expected"][0].get<double>() == Approx(4 * (1 - std::pow(0.75, 8)) / 8));
    CHECK(signals["kept"][0].is_null());
    // Four corners that stay where they are: nobody changes, whatever k-means calls them.
    CHECK(signals["kept"][2] == 1.0);
    for (std::size_t e = 0; e < 3; ++e)
        CHECK(signals["acc_proto_naive"][e].get<double>() <=
              signals["ceiling"][e].get<double>() + 1e-12);

    const Dataset dataset = open_dataset(made.out);
    REQUIRE(dataset.prototypes);
    const PrototypeLevel& level = dataset.prototypes->levels[0];
    CHECK(level.epochs[2].counts[0] == 6);
    for (std::size_t i = 4; i < 24; ++i)
        CHECK(level.epochs[2].assignments[i] == level.epochs[2].assignments[i - 4]);
    // Placed by a linear map, a prototype is in the middle of its samples.
    const auto name = static_cast<std::size_t>(level.epochs[0].assignments[0]);
    float x = 0;
    for (std::size_t i = 0; i < 24; i += 4) x += dataset.series.positions(0)[i].x / 6;
    CHECK(level.epochs[0].positions[name].x == Approx(x).margin(1e-4));
    const Outcome info = call({"info", made.out});
    CHECK_THAT(info.out, contains("prototypes    4, 2 by k-means, placed by the map"));
    CHECK(json::parse(call({"info", made.out, "--json"}).out)["prototypes"] == json({4, 2}));
}

TEST_CASE("prototypes are the same bytes for any number of threads", "[cli]") {
    const Made made;
    REQUIRE(made.make({"--clusters", "3,7", "--threads", "1"}, "one").code == 0);
    REQUIRE(made.make({"--clusters", "3,7", "--threads", "4"}, "four").code == 0);
    REQUIRE(made.make({"--clusters", "3,7", "--seed", "1"}, "other").code == 0);
    const fs::path& folder = made.folder.path();
    CHECK(bytes_of(folder / "one") == bytes_of(folder / "four"));
    CHECK(bytes_of(folder / "one") != bytes_of(folder / "other"));
}

TEST_CASE("prototypes lie over a picture that is there", "[cli]") {
    const Made made;
    const std::string tsne = (made.folder.path() / "tsne").string();
    REQUIRE(call({"project", made.run, "--method", "tsne", "--out", tsne}).code == 0);
    // As a folder of somebody else's, which does not say where its recording lies.
    json info = json::parse(std::ifstream(fs::path(tsne) / "info.json"));
    info.erase("source");
    std::ofstream(fs::path(tsne) / "info.json") << info;
    const Outcome outcome = made.make({"--clusters", "4", "--over", tsne, "--json"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(open_dataset(made.out).recording == made.run);
    CHECK(json::parse(outcome.out)["placing"] == "samples");
    const Dataset before = open_dataset(tsne);
    const Dataset after = open_dataset(made.out);
    CHECK(std::equal(before.series.positions(1).begin(), before.series.positions(1).end(),
                     after.series.positions(1).begin()));
    CHECK(after.series.has_intra());
    // They are seen in what is exported, and one can do without.
    const std::string seen = (made.folder.path() / "seen").string();
    const std::string without = (made.folder.path() / "without").string();
    const std::vector<std::string> picture_of{"export", made.out,  "--epochs", "1",
                                              "--size", "160x120", "--out"};
    const auto picture = [&](std::vector<std::string> more) {
        more.insert(more.begin(), picture_of.begin(), picture_of.end());
        return call(more);
    };
    REQUIRE(picture({seen, "--prototypes", "4"}).code == 0);
    REQUIRE(picture({without, "--prototypes", "0"}).code == 0);
    CHECK(bytes_of(seen) != bytes_of(without));
    CHECK_THAT(picture({without + "2", "--prototypes", "5"}).err,
               contains("--prototypes is 5, expected one of 4"));
    // And convert takes them along.
    const std::string copy = (made.folder.path() / "copy").string();
    REQUIRE(call({"convert", made.out, "--to", "npy", "--out", copy}).code == 0);
    CHECK(bytes_of(fs::path(copy) / "prototypes") == bytes_of(fs::path(made.out) / "prototypes"));
}

TEST_CASE("prototypes takes what the run clustered itself", "[cli]") {
    const Made made;
    const fs::path ids = made.folder.path() / "ids.npy";
    std::vector<std::int32_t> values;
    values.reserve(72);
    for (int i = 0; i < 72; ++i) values.push_back(i % 4 < 2 ? 0 : 2);
    put_npy<std::int32_t>(ids, "<i4", "(3, 24)", values);
    const Outcome outcome = made.make({"--assignments", ids.string(), "--json"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("3 clusters: at 3 of 3 epochs some have no sample (up to 1)"));
    const Dataset dataset = open_dataset(made.out);
    REQUIRE(dataset.prototypes);
    CHECK(dataset.prototypes->recorded);
    CHECK(dataset.prototypes->levels[0].epochs[1].counts[1] == 0);
    CHECK(std::isnan(dataset.prototypes->levels[0].epochs[1].positions[1].x));

    values[30] = -1;
    put_npy<std::int32_t>(ids, "<i4", "(3, 24)", values);
    CHECK_THAT(made.make({"--assignments", ids.string()}, "none").err,
               contains("assignments: epoch \"2\": sample 6 is -1, expected 0..23"));
    put_npy<std::int32_t>(ids, "<i4", "(24, 3)", values);
    CHECK_THAT(made.make({"--assignments", ids.string()}, "none").err,
               contains("expected [3, 24]: epochs and samples of the recording"));
    CHECK_FALSE(fs::exists(made.folder.path() / "none"));
}

TEST_CASE("prototypes refuses what cannot be", "[cli]") {
    const Made made;
    CHECK_THAT(made.said({"--clusters", "4,25"}),
               contains("1 epochscope: clusters: 25 are requested, expected 1..24"));
    CHECK_THAT(made.said({"--clusters", "0"}), contains("2 epochscope: --clusters: 0 names \"0\""));
    CHECK_THAT(made.said({"--clusters", "4,-1"}), contains("2 epochscope: --clusters: 4,-1"));
    CHECK_THAT(made.said({"--clusters", "four"}), contains("names \"four\""));
    CHECK_THAT(made.said({"--clusters", ""}), contains("2 epochscope: "));
    CHECK_THAT(made.said({"--clusters", "4,4"}), contains("two levels have 4 of them"));
    CHECK_THAT(made.said({"--clusters", "4", "--batch", "25"}),
               contains("batch: has 25 samples, expected 1..24"));
    CHECK_THAT(made.said({"--clusters", "4", "--nearest", "0"}), contains("2 epochscope: "));
    CHECK_THAT(made.said({"--clusters", "4", "--weights", "heavy"}), contains("2 epochscope: "));
    CHECK_THAT(made.said({"--clusters", "4", "--alpha", "nan"}), contains("2 epochscope: "));
    CHECK_THAT(made.said({}), contains("--clusters is missing, expected it or --assignments"));
    CHECK_THAT(made.said({"--clusters", "4", "--assignments", "x.npy"}),
               contains("--clusters and --assignments exclude each other"));
}

TEST_CASE("prototypes warns of few negatives and of a cluster that is all", "[cli]") {
    const Made made;
    const Outcome outcome = made.make({"--clusters", "1,24", "--negatives", "20"});
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("1 cluster: all samples share one prototype"));
    CHECK_THAT(outcome.err, contains("24 clusters: batches have 16.0 negatives on average"));
    CHECK_THAT(outcome.err, contains("24 clusters: at 3 of 3 epochs some have a single one"));
    CHECK_THAT(outcome.out, contains("changes the accuracy and not the loss"));
}

TEST_CASE("prototypes refuses a folder of other samples", "[cli]") {
    const Made made;
    const fs::path other = made.folder.path() / "other";
    put_arrays(other);
    CHECK_THAT(made.said({"--clusters", "4", "--over", other.string()}),
               contains("the folder has 3 samples, the recording 24"));
}
