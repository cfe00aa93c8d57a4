// Recordings with head.pt, and folders that were made of them.
#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"
#include "torch/heads.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/dataset.h>
#include <epochscope/opening/open_folder.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// 60 samples of two features inside and outside the unit circle, labelled so, with the module of
/// circle.pt at both epochs.
fs::path put_circle(const fs::path& folder, const fs::path& heads) {
    fs::path run = folder / "run";
    std::vector<float> rows;
    std::vector<std::int64_t> labels;
    for (int i = 0; i < 60; ++i) {
        const float radius = i % 2 == 0 ? 0.5F : 1.8F;
        rows.push_back(radius * std::cos(static_cast<float>(i)));
        rows.push_back(radius * std::sin(static_cast<float>(i)));
        labels.push_back(i % 2 == 0 ? 0 : i == 1 ? 2 : 1);
    }
    put_npy(run / "dataset/labels.npy", "<i8", "(60,)", labels);
    for (const char* epoch : {"epoch_1", "epoch_2"}) {
        put_npy(run / "epochs" / epoch / "embeddings.npy", "<f4", "(60, 2)", rows);
        fs::copy_file(heads / "circle.pt", run / "epochs" / epoch / "head.pt");
    }
    return run;
}

}  // namespace

TEST_CASE("a recording's module makes its landscape, which needs the recording no more") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const fs::path run = put_circle(folder.path(), *heads);
    const std::string out = (folder.path() / "out").string();
    const Outcome made = call({"project", run.string(), "--method", "pca", "--out", out});
    CHECK(made.code == 0);
    CHECK_THAT(made.err, !contains("head.pt"));
    const Outcome measured = call({"metrics", run.string(), out, "--no-controls", "--json"});
    // The plane is the feature space, so that all comes back.
    CHECK_THAT(measured.out, contains("\"rec_pv\":{\"mean\":1.0"));
    fs::remove_all(run);
    CHECK(fs::exists(fs::path(out) / "map_head_2.pt"));
    const Dataset dataset = open_folder(out);
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0], contains("which this folder was made from, is not"));
    REQUIRE(dataset.landscape != nullptr);
    CHECK(dataset.landscape->is_by_model(1));
    const auto at = [&](std::span<const float> embedding) {
        return dataset.landscape->reading_at(
            1, dataset.plane_map.at(1)->place({embedding, 2}).front());
    };
    // Logits of 0.75 and -0.69 against 0; the third class is a hundred less.
    CHECK(at(std::vector<float>{0.5F, 0})->probabilities[0] ==
          Approx(1 / (1 + std::exp(-0.75))).margin(1e-4));
    CHECK(at(std::vector<float>{0, 1.3F})->probabilities[0] ==
          Approx(1 / (1 + std::exp(0.69))).margin(1e-4));

    // Copied again, and with a head that was broken.
    const std::string copy = (folder.path() / "copy").string();
    CHECK(call({"convert", out, "--to", "npy", "--out", copy}).code == 0);
    CHECK(fs::file_size(fs::path(copy) / "map_head_1.pt") == fs::file_size(*heads / "circle.pt"));
    fs::resize_file(fs::path(copy) / "map_head_1.pt", 500);
    const Dataset broken = open_folder(copy);
    REQUIRE(broken.warnings.size() == 2);
    CHECK_THAT(broken.warnings[0], contains("a head of the maps: is a zip archive without an end"));
    CHECK_THAT(broken.warnings[0], contains("epoch \"1\""));
    CHECK(broken.landscape->is_by_model(1));
}

TEST_CASE("maps that are learned go by the recording's module") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const fs::path run = put_circle(folder.path(), *heads);
    for (const std::string method : {"timevis", "spacetime"}) {
        CAPTURE(method);
        const std::string out = (folder.path() / method).string();
        const auto project = [&](const std::string& to, const std::string& threads) {
            return call({"project",      run.string(), "--method",     method, "--out",        to,
                         "--batch",      "50",         "--passes",     "2",    "--radius",     "0",
                         "--iterations", "20",         "--map-passes", "2",    "--perplexity", "5",
                         "--threads",    threads});
        };
        const Outcome made = project(out, "1");
        CHECK(made.code == 0);
        CHECK_THAT(made.err, !contains("head"));
        const Dataset dataset = open_folder(out);
        CHECK(dataset.landscape->is_by_model(0));
        CHECK(project(out + "-2", "2").code == 0);
        const Dataset other = open_folder(out + "-2");
        CHECK(std::ranges::equal(maps_of<LearnedMap>(other.plane_map),
                                 maps_of<LearnedMap>(dataset.plane_map),
                                 [](const auto* a, const auto* b) { return *a == *b; }));
    }
}

TEST_CASE("a head that cannot be used is left out of a recording, and said") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const fs::path run = put_circle(folder.path(), *heads);
    const fs::path second = run / "epochs/epoch_2";
    std::ofstream(second / "head.pt") << "\x80\x02}q.";
    RecordedRun opened = open_recording(run);
    CHECK(opened.recording.epoch(0).module != nullptr);
    CHECK(opened.recording.epoch(1).module == nullptr);
    REQUIRE(opened.warnings.size() == 1);
    CHECK_THAT(opened.warnings[0], contains("head.pt: is a pickle, as torch.save writes it"));
    CHECK_THAT(opened.warnings[0], contains("it is left out: epoch \"2\""));

    put_npy(second / "head_weight.npy", "<f4", "(3, 2)", std::vector<float>(6, 1.0F));
    put_npy(second / "head_bias.npy", "<f4", "(3,)", std::vector<float>(3, 1.0F));
    opened = open_recording(run);
    CHECK(opened.recording.epoch(1).head.has_value());
    REQUIRE(opened.warnings.size() == 1);
    CHECK_THAT(opened.warnings[0], contains("since there is a linear head as well"));

    const TemporaryFolder nothing;
    const RecordedRun without = open_recording(run, {.heads = {.folders = {nothing.path()}}});
    CHECK(without.recording.epoch(0).module == nullptr);
    REQUIRE(without.warnings.size() == 2);
    CHECK_THAT(without.warnings[1], contains("head.pt: needs libtorch"));
    CHECK(open_recording(run, {.heads = {.is_wanted = false}}).warnings.empty());
}

TEST_CASE("a device that is not there is refused by name") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const std::string run = put_circle(folder.path(), *heads).string();
    const auto project = [&](const std::string& device) {
        return call({"project", run, "--method", "pca", "--out", (folder.path() / "out").string(),
                     "--device", device});
    };
    for (const std::string device : {"gpu", "cuda:", "cuda:x", "cuda:123", "mps"}) {
        CHECK(project(device).code == 2);
        CHECK_THAT(project(device).err, contains("expected cpu, cuda or cuda:<number>"));
    }
    // No machine has so many.
    const Outcome outcome = project("cuda:99");
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("device cuda:99: "));
    CHECK_FALSE(fs::exists(folder.path() / "out"));
    CHECK(project("cpu").code == 0);
}
