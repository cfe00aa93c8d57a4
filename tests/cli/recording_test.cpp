// Recordings where folders are taken: info, export, convert.
#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/io/png.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Six samples on three axes, 2, 2 and 1 to each side: the plane shows 16 of 18 parts.
fs::path put_recording(const fs::path& folder) {
    const fs::path run = folder / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(6,)", {0, 0, 0, 1, 1, 1});
    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(6, 1, 1)",
                          {0, 50, 100, 150, 200, 255});
    for (const char* epoch : {"epoch_1", "epoch_2"})
        put_npy<float>(run / "epochs" / epoch / "embeddings.npy", "<f4", "(6, 3)",
                       {2, 0, 0, -2, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1});
    return run;
}

void put_projection(const fs::path& run, const std::string& name) {
    for (const char* epoch : {"epoch_1", "epoch_2"})
        put_npy<float>(run / "visualize" / name / "epochs" / epoch / "projection.npy", "<f4",
                       "(6, 2)", {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5});
}

}  // namespace

TEST_CASE("info of a recording says that it is shown by its principal components") {
    const TemporaryFolder folder;
    const fs::path run = put_recording(folder.path());
    const Outcome words = call({"info", run.string()});
    CHECK(words.code == 0);
    CHECK_THAT(words.out, contains("its two principal components, 88.9 % of the variance"));
    CHECK_THAT(words.err, contains("a recording, shown by its two principal components (88.9 %"));
    CHECK_THAT(words.err, contains("epochscope project --help"));
    const Outcome json = call({"info", run.string(), "--json"});
    const auto info = nlohmann::json::parse(json.out);
    CHECK(info["format"] == "recording");
    CHECK(info["variance_shown"].get<double>() == Approx(16.0 / 18));
    CHECK(info["has"]["thumbnails"] == true);
    CHECK(info["epochs"] == 2);
}

TEST_CASE("export and convert take a recording, too") {
    const TemporaryFolder folder;
    const fs::path run = put_recording(folder.path());
    const fs::path frames = folder.path() / "frames";
    CHECK(call({"export", run.string(), "--out", frames.string(), "--no-text", "--size", "64x48"})
              .code == 0);
    CHECK(read_png(frames / "frame_00002.png").size == Size{64, 48});
    const fs::path arrays = folder.path() / "arrays";
    CHECK(call({"convert", run.string(), "--to", "npy", "--out", arrays.string()}).code == 0);
    const Dataset made = open_dataset(arrays);
    CHECK(made.series.positions(1)[0].x == Approx(2));
    REQUIRE(made.thumbnails != nullptr);
    CHECK(made.thumbnails->load(3).rgba.front() == 150);
}

TEST_CASE("where a run has projections, its principal components are one more") {
    const TemporaryFolder folder;
    const fs::path run = put_recording(folder.path());
    put_projection(run, "tsne");
    const auto format = [&](const Outcome& outcome) {
        return outcome.code == 0 ? nlohmann::json::parse(outcome.out)["format"].get<std::string>()
                                 : outcome.err;
    };
    CHECK(format(call({"info", run.string(), "--json"})) == "time-travelling-visualizer");
    CHECK(format(call({"info", run.string(), "--json", "--projection", "pca"})) == "recording");
    put_projection(run, "dvi");
    const Outcome open = call({"info", run.string()});
    CHECK(open.code == 2);
    CHECK_THAT(open.err, contains("--projection is missing, expected one of those in"));
    CHECK_THAT(open.err, contains("dvi, tsne, pca"));
    CHECK(call({"info", run.string(), "--projection", "umap"}).code == 2);
}
