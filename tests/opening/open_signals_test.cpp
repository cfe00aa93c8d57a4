#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/opening/project_run.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

void put_recording(const fs::path& run, bool logits) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    for (const int epoch : {1, 3}) {
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(at / "embeddings.npy", "<f4", "(2, 1)", {0, 1});
        if (logits && epoch == 3)
            put_npy<float>(at / "predictions.npy", "<f4", "(2, 2)", {3, 0, 3, 0});
    }
}

/// Writes a recording of three classes, where predictions may be wrong, and what PCA makes of it.
void put_projected(const fs::path& run, const fs::path& target) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 2});
    for (const int epoch : {1, 2}) {
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(at / "embeddings.npy", "<f4", "(3, 2)", {0, 1, 2, 5, 7, 3});
        put_npy<float>(at / "predictions.npy", "<f4", "(3, 3)", {3, 0, 1, 2, 0, -1, 0, 1, 5});
    }
    fs::create_directories(target.parent_path());
    ProjectRun wanted{.recording = run, .target = target};
    wanted.options.neighbours = 0;
    run_project(wanted);
}

/// What is known of the second sample, which is taken for one of the first class.
void expect_recorded(const SignalSource& source) {
    CHECK_FALSE(source.dynamics.estimated);
    CHECK(source.dynamics.warnings.empty());
    CHECK(source.dynamics.evaluations.at(0).margin == std::vector<float>{2, -2, 4});
}

const std::string line = "{'id': 5, 'label': 1, 'probs': [0.25, 0.75]}\n";

}  // namespace

TEST_CASE("training signals are known by what is there", "[opening]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path();
    put(at / "outputs/output_data.json", line);
    const SignalSource file = open_signals(at / "outputs/output_data.json");
    CHECK(file.format == "TrustAI");
    CHECK(file.name == "output_data.json");
    CHECK(file.dynamics.ids == std::vector<std::string>{"5"});
    CHECK(open_signals(at / "outputs").format == "TrustAI");

    put(at / "carto/training_dynamics/dynamics_epoch_0.jsonl",
        R"({"guid": 5, "logits_epoch_0": [1, 2], "gold": 0})");
    const SignalSource carto = open_signals(at / "carto");
    CHECK(carto.format == "Dataset Cartography");
    CHECK(carto.name == "carto");

    put_recording(at / "run", true);
    const SignalSource run = open_signals(at / "run");
    CHECK(run.format == "recording");
    CHECK(run.path == fs::canonical(at / "run").string());
    REQUIRE(run.dynamics.evaluation_count() == 1);
    CHECK(run.dynamics.evaluations[0].number == 3);
    CHECK(run.dynamics.evaluations[0].margin == std::vector<float>{3, -3});
    REQUIRE(run.dynamics.warnings.size() == 1);
    CHECK_THAT(run.dynamics.warnings[0], contains("epoch \"1\""));
}

TEST_CASE("a dataset folder with predictions and confidence has training signals", "[opening]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path() / "arrays";
    put_arrays(at);
    CHECK_THROWS_WITH(open_signals(at),
                      contains("arrays: epochs: none has both predictions and confidence"));
    put_npy<std::int32_t>(at / "predictions.npy", "<i4", "(2, 3)", {0, 0, 1, 0, 1, 1});
    put_npy<float>(at / "confidence.npy", "<f4", "(2, 3)", {1, 0.75F, 0.5F, 1, 1, 1});
    const SignalSource source = open_signals(at);
    CHECK(source.dynamics.evaluation_count() == 2);
    CHECK(source.dynamics.evaluations[0].label_probability == std::vector<double>{1, 0.25, 0.5});
    CHECK_FALSE(source.dynamics.estimated);
}

TEST_CASE("what has no training signals is told", "[opening]") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(open_signals(folder.path() / "nowhere"), contains("cannot be opened"));
    CHECK_THROWS_WITH(open_signals(folder.path()), contains("has no training signals: expected"));
    put_recording(folder.path() / "run", false);
    CHECK_THROWS_WITH(open_signals(folder.path() / "run"),
                      contains("has no training signals: expected"));
}

TEST_CASE("a projected folder has the signals of its recording, also where both were moved",
          "[opening]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path();
    put_projected(at / "old/deep/run", at / "old/made/pca");
    const SignalSource source = open_signals(at / "old/made/pca");
    CHECK(source.format == "arrays");
    CHECK(source.name == "pca");
    expect_recorded(source);

    fs::rename(at / "old", at / "new");
    expect_recorded(open_signals(at / "new/made/pca"));
    CHECK(open_folder(at / "new/made/pca").recording == (at / "new/deep/run").string());
    CHECK(open_folder(at / "new/made/pca").warnings.empty());

    // Side by side elsewhere.
    fs::create_directories(at / "side");
    fs::rename(at / "new/deep/run", at / "side/run");
    fs::rename(at / "new/made/pca", at / "side/pca");
    expect_recorded(open_signals(at / "side/pca"));
}

TEST_CASE("a projected folder says that its recording is gone or not its own", "[opening]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path();
    put_projected(at / "run", at / "pca");
    put_npy<std::int64_t>(at / "run/dataset/labels.npy", "<i8", "(3,)", {0, 2, 2});
    const SignalSource other = open_signals(at / "pca");
    CHECK(other.dynamics.estimated);
    REQUIRE(other.dynamics.warnings.size() == 1);
    CHECK_THAT(other.dynamics.warnings[0], contains("holds other samples than"));

    fs::remove_all(at / "run");
    const SignalSource gone = open_signals(at / "pca");
    CHECK(gone.dynamics.estimated);
    REQUIRE(gone.dynamics.warnings.size() == 1);
    CHECK_THAT(gone.dynamics.warnings[0], contains("run, which this folder was made from, is not"));
    CHECK(open_folder(at / "pca").warnings == gone.dynamics.warnings);
}

TEST_CASE("predicted probabilities and labels are one evaluation", "[opening]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path();
    put_npy<float>(at / "pred_probs.npy", "<f4", "(3, 2)", {0.75, 0.25, 0.5, 0.5, 0, 1});
    put_npy<std::int64_t>(at / "labels.npy", "<i8", "(3,)", {0, 1, 0});
    const SignalSource source = open_signals(at);
    CHECK(source.format == "predicted probabilities");
    REQUIRE(source.dynamics.evaluation_count() == 1);
    const Evaluation& only = source.dynamics.evaluations[0];
    CHECK(only.label_probability == std::vector<double>{0.75, 0.5, 0});
    CHECK(only.right == std::vector<std::uint8_t>{1, 0, 0});
    CHECK(only.predictions == std::vector<std::int32_t>{0, 0, 1});
    CHECK(open_signals(at / "pred_probs.npy").format == "predicted probabilities");
    for (const char* name : {"noisy_labels.npy", "y.npy"}) {
        const TemporaryFolder other;
        put_npy<float>(other.path() / "probs.npy", "<f4", "(1, 2)", {0.75, 0.25});
        put_npy<std::int64_t>(other.path() / name, "<i8", "(1,)", {0});
        CHECK(open_signals(other.path()).format == "predicted probabilities");
    }
    put_npy<std::int64_t>(at / "labels.npy", "<i8", "(3,)", {0, 2, 0});
    CHECK_THROWS_WITH(open_signals(at), contains("labels.npy: entry 1 is 2, expected 0..1"));
    put_npy<std::int64_t>(at / "labels.npy", "<i8", "(2,)", {0, 1});
    CHECK_THROWS_WITH(open_signals(at), contains("has 2 labels, pred_probs.npy has 3 rows"));
    put_npy<float>(at / "pred_probs.npy", "<f4", "(2, 2)", {0.75, 0.25, 1.5, 0});
    CHECK_THROWS_WITH(open_signals(at), contains("row 1 has 1.5"));
}

TEST_CASE("coordinates of a data map are no signals, and say how they are shown", "[opening]") {
    const TemporaryFolder folder;
    put(folder.path() / "td_metrics.jsonl",
        "{\"guid\": 5, \"index\": 0, \"confidence\": 0.5, \"variability\": 0.25, "
        "\"correctness\": 1}\n");
    CHECK_THROWS_WITH(open_signals(folder.path() / "td_metrics.jsonl"), contains("open it itself"));
    CHECK_THROWS_WITH(open_signals(folder.path()),
                      contains("td_metrics.jsonl: has the coordinates"));
}

TEST_CASE("probabilities have the same training signals as their logits", "[opening]") {
    const TemporaryFolder folder;
    const auto put_run = [&](const char* name, bool are_probabilities) {
        const fs::path run = folder.path() / name;
        put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 1});
        for (const int epoch : {1, 2}) {
            const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
            put_npy<float>(at / "embeddings.npy", "<f4", "(3, 1)", {0, 1, 2});
            std::vector<float> outputs{3, 0, static_cast<float>(epoch), 2, -1, 1};
            for (std::size_t i = 0; are_probabilities && i < outputs.size(); i += 2) {
                const float second = 1 / (1 + std::exp(outputs[i] - outputs[i + 1]));
                outputs[i] = 1 - second;
                outputs[i + 1] = second;
            }
            put_npy<float>(at / "predictions.npy", "<f4", "(3, 2)", outputs);
        }
        return open_signals(run);
    };
    const SignalSource logits = put_run("logits", false);
    const SignalSource probabilities = put_run("probabilities", true);
    CHECK(logits.dynamics.warnings.empty());
    REQUIRE(probabilities.dynamics.warnings.size() == 1);
    CHECK_THAT(probabilities.dynamics.warnings[0], contains("taken for probabilities"));
    for (std::size_t e = 0; e < 2; ++e)
        for (std::size_t i = 0; i < 3; ++i) {
            const Evaluation& a = logits.dynamics.evaluations[e];
            const Evaluation& b = probabilities.dynamics.evaluations[e];
            CHECK(a.label_probability[i] == Approx(b.label_probability[i]).epsilon(1e-6));
            CHECK(a.margin[i] == Approx(b.margin[i]).epsilon(1e-5));
            CHECK(a.predictions[i] == b.predictions[i]);
        }
}
