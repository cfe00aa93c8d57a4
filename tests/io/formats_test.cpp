#include "io/npy_file.h"

#include <epochscope/io/formats.h>
#include <epochscope/io/recording.h>

#include <algorithm>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// What is known of a path that does not open.
UnknownPath unknown(const fs::path& path) {
    try {
        open_dataset(path);
    } catch (const UnknownFormat& error) {
        return error.path();
    }
    FAIL("it opened");
    return {};
}

Fit fit_of(const fs::path& path, std::string_view format) {
    const std::vector<FormatFit> fits = fits_of(path);
    const auto found = std::ranges::find(fits, format, &FormatFit::format);
    REQUIRE(found != fits.end());
    return found->fit;
}

void put_recorded(const fs::path& run) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    put_npy<float>(run / "epochs/epoch_1/embeddings.npy", "<f4", "(2, 2)", {0, 1, 2, 3});
}

}  // namespace

TEST_CASE("every format says how well it fits, and why not better", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put_recorded(folder.path());
    CHECK(fit_of(folder.path(), "arrays").opens());
    CHECK(fit_of(folder.path(), "recording").opens());
    const Fit near = fit_of(folder.path(), "Sequence-Scatter");
    CHECK_FALSE(near.opens());
    CHECK(near.lacks == "has no data.json, expected info.json and data.json");
    CHECK(fit_of(folder.path(), "DVI and TimeVis").share == 0);
    // A file stands for its folder.
    CHECK(fit_of(folder.path() / "positions.npy", "arrays").opens());
    CHECK_THROWS_AS(fits_of(folder.path() / "none"), Error);
}

TEST_CASE("a path that is nothing known says what it holds and what comes nearest", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    for (int i = 0; i < 9; ++i) put(path / ("file" + std::to_string(i)), "x");
    fs::create_directories(path / "below");
    UnknownPath found = unknown(path);
    CHECK(found.entries.size() == 6);
    CHECK(found.entries[0] == "below/");
    CHECK(found.more == 4);
    CHECK_FALSE(found.nearest);
    CHECK(found.meant.empty());
    put_npy<float>(path / "epochs/first/embeddings.npy", "<f4", "(2, 2)", {0, 1, 2, 3});
    found = unknown(path);
    REQUIRE(found.nearest);
    CHECK(found.nearest->format == "recording");
    CHECK_THAT(outcome(path), contains("has no epoch number in the name of epochs/first, which "
                                       "holds embeddings; call it epoch_<number>") &&
                                  contains("The manual's page formats"));
    fs::remove_all(path / "epochs");
    put(path / "epochs/epoch_1/weights.npy", "x");
    CHECK_THAT(outcome(path),
               contains("has no embeddings.npy in epochs/epoch_1, which holds weights.npy"));
}

TEST_CASE("the folder above or below that opens is offered", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = fs::canonical(folder.path()) / "results" / "run";
    put_recorded(run);
    CHECK(unknown(run.parent_path()).meant == run);
    CHECK_THAT(outcome(run.parent_path()), contains("Did you mean " + run.string() + "?"));
    CHECK(unknown(run / "dataset").meant == run);
    CHECK(unknown(run / "epochs").meant == run);
    CHECK(unknown(run / "epochs/epoch_1").meant == run);
    CHECK(unknown(folder.path()).meant == run);
}

TEST_CASE("what is further below is not searched", "[io]") {
    const TemporaryFolder folder;
    put_recorded(folder.path() / "a" / "results" / "run");
    CHECK(unknown(folder.path()).meant.empty());
    CHECK(unknown(folder.path() / "a").meant.filename() == "run");
}

TEST_CASE("training signals say what shows them", "[io]") {
    const TemporaryFolder folder;
    const auto expect_told = [](const fs::path& path) {
        CHECK_THAT(outcome(path), contains("holds training signals, which have no places; call "
                                           "epochscope datamap " +
                                           fs::canonical(path).string()));
    };
    put(folder.path() / "a/training_dynamics/dynamics_epoch_1.jsonl", "{}\n");
    expect_told(folder.path() / "a");
    put_npy<float>(folder.path() / "b/pred_probs.npy", "<f4", "(2, 2)", {0, 1, 1, 0});
    put_npy<std::int64_t>(folder.path() / "b/labels.npy", "<i8", "(2,)", {0, 1});
    expect_told(folder.path() / "b");
    CHECK(unknown(folder.path() / "b").meant.empty());
    put(folder.path() / "c/signals.json", R"([{"id": 1, "label": 0, "probs": [0.5, 0.5]}])");
    expect_told(folder.path() / "c/signals.json");
}

TEST_CASE("a recording is no dataset, and a dataset no recording", "[io]") {
    const TemporaryFolder folder;
    put_recorded(folder.path() / "run");
    put_arrays(folder.path() / "arrays");
    CHECK_THAT(outcome(folder.path() / "run"),
               contains("is a recording, which has no places in the plane"));
    try {
        open_recording(folder.path() / "arrays");
        FAIL("it opened");
    } catch (const UnknownFormat& error) {
        CHECK(error.path().wants_recording);
        CHECK_THAT(error.what(), contains("is not a recording"));
    }
}

TEST_CASE("training curves and what is empty or no file say so", "[io]") {
    const TemporaryFolder folder;
    const fs::path path = fs::canonical(folder.path());
    const std::string curves =
        "holds training curves, which have no places; a window that shows a "
        "dataset opens them (File > Add backgrounds or curves)";
    put(path / "log/train.log", "Epoch: [1][2/3]  Loss 0.5 (0.75)\n");
    put(path / "keras/training.log", "epoch,accuracy,loss\n0,0.5,2\n1,0.6,1\n");
    put(path / "history/history.json", R"({"loss": [2, 1], "val_loss": [3, 2]})");
    put(path / "runs/a/metrics.csv", "epoch,loss\n1,2\n");
    for (const char* name : {"log/train.log", "keras/training.log", "history/history.json",
                             "runs/a/metrics.csv", "runs/a"}) {
        INFO(name);
        CHECK_THAT(outcome(path / name), contains(curves));
    }
    fs::create_directories(path / "none");
    CHECK_THAT(outcome(path / "none"), contains("is not a dataset folder or a recording; it is "
                                                "empty; expected one of the formats"));
    fs::create_symlink("/dev/null", path / "device");
    CHECK_THAT(outcome(path / "device"), contains("is neither a folder nor a regular file"));
}

TEST_CASE("a file of an epoch says which recording it is a part of", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = fs::canonical(folder.path()) / "run";
    put_recorded(run);
    const RecordedRun part = open_recording(run / "epochs/epoch_1/embeddings.npy");
    CHECK(part.format == "features");
    REQUIRE_FALSE(part.warnings.empty());
    CHECK(part.warnings.back() == "embeddings.npy: is a part of " + run.string() +
                                      ", which opens with all its epochs and labels");
    put_npy<float>(folder.path() / "x.npy", "<f4", "(2, 2)", {0, 1, 2, 3});
    CHECK(open_recording(folder.path() / "x.npy").warnings.empty());
}
