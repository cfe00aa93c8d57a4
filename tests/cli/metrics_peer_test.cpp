// The figures of faithfulness against those of a plain script: numpy and scipy by the definitions.
#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr int samples = 90;
constexpr int dimension = 8;
constexpr int classes = 4;

/// Seven epochs of samples that drift, apart by class, with a head of their own each.
void put_run(const fs::path& run) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<std::int64_t> labels;
    labels.reserve(samples);
    std::vector<float> embeddings(samples * dimension);
    for (int i = 0; i < samples; ++i) labels.push_back(i % classes);
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(90,)", labels);
    for (int epoch = 1; epoch <= 7; ++epoch) {
        for (int i = 0; i < samples * dimension; ++i) embeddings[i] += normal(random);
        for (int i = 0; i < samples; ++i) embeddings[i * dimension + i % classes] += 1;
        std::vector<float> weight(classes * dimension);
        for (float& value : weight) value = normal(random);
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(at / "embeddings.npy", "<f4", "(90, 8)", embeddings);
        put_npy<float>(at / "head_weight.npy", "<f4", "(4, 8)", weight);
        put_npy<float>(at / "head_bias.npy", "<f4", "(4,)", {0, 0.5F, -0.5F, 1});
    }
}

/// A Python with numpy and scipy; empty if there is none.
std::string python() {
    for (const std::string name : {"python3", "/usr/bin/python3"})
        if (std::system((name + " -c 'import numpy, scipy' 2>/dev/null").c_str()) == 0) return name;
    return {};
}

/// What the script finds of folders. A script that fails fails the test.
json peer_of(std::string command, const fs::path& run, const std::vector<fs::path>& pictures) {
    std::vector<fs::path> paths{source_dir() / "tests/bench/metrics_peer.py", run};
    paths.insert(paths.end(), pictures.begin(), pictures.end());
    for (const fs::path& path : paths) command.append(" '").append(path.string()).append("'");
    command += " --no-controls";
    std::FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string output;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
    REQUIRE(pclose(pipe) == 0);
    return json::parse(output);
}

void check_alike(const json& ours, const json& theirs) {
    REQUIRE(ours.is_null() == theirs.is_null());
    if (!ours.is_null()) CHECK(ours.get<double>() == Approx(theirs.get<double>()).margin(1e-9));
}

}  // namespace

TEST_CASE("the metrics are those of the plain numpy and scipy way") {
    const std::string peer = python();
    if (peer.empty()) return skip("there is no Python with numpy and scipy");
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_run(run);
    for (const bool per_epoch : {false, true}) {
        const fs::path picture = folder.path() / (per_epoch ? "each" : "one");
        std::vector<std::string> project{"project", run.string(), "--method",
                                         "pca",     "--out",      picture.string()};
        if (per_epoch) project.emplace_back("--per-epoch");
        REQUIRE(call(project).code == 0);
        const json theirs = peer_of(peer, run, {picture})["pictures"]["picture"];
        const Outcome outcome =
            call({"metrics", run.string(), picture.string(), "--json", "--no-controls"});
        REQUIRE(outcome.code == 0);
        const json ours = json::parse(outcome.out);
        for (const char* name :
             {"nn_pv", "rec_pv", "temp_pv", "temp_l", "temp_g_tau", "temp_g_rho", "step_agreement",
              "trustworthiness", "continuity", "cross_nn", "travel", "spread"}) {
            CAPTURE(name);
            check_alike(ours[name]["mean"], theirs[name]["mean"]);
            if (ours[name]["per_epoch"].is_null()) continue;
            for (std::size_t e = 0; e < 7; ++e)
                check_alike(ours[name]["per_epoch"][e], theirs[name]["per_epoch"][e]);
        }
        // Either draws its own points.
        CHECK(ours["boundary_pv"]["mean"].get<double>() ==
              Approx(theirs["boundary_pv"]["mean"].get<double>()).margin(0.2));
    }
}

TEST_CASE("two pictures are tested as scipy tests them") {
    const std::string peer = python();
    if (peer.empty()) return skip("there is no Python with numpy and scipy");
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_run(run);
    const fs::path one = folder.path() / "one";
    const fs::path each = folder.path() / "each";
    REQUIRE(call({"project", run.string(), "--method", "pca", "--out", one.string()}).code == 0);
    REQUIRE(
        call({"project", run.string(), "--method", "pca", "--per-epoch", "--out", each.string()})
            .code == 0);
    const json theirs = peer_of(peer, run, {one, each})["test"];
    const Outcome outcome =
        call({"metrics", run.string(), one.string(), each.string(), "--json", "--no-controls"});
    REQUIRE(outcome.code == 0);
    const json ours = json::parse(outcome.out);
    REQUIRE(ours["folders"].size() == 2);
    REQUIRE(ours["tests"].size() == 1);
    CHECK(ours["tests"][0]["u"].get<double>() == Approx(theirs["u"].get<double>()).margin(1e-9));
    CHECK(ours["tests"][0]["p"].get<double>() == Approx(theirs["p"].get<double>()).margin(1e-9));
}

TEST_CASE("the metrics of the digits' PCA are those of an independent evaluator") {
    if (is_sanitized) return skip("takes minutes under a sanitizer, and shows nothing more there");
    const auto run = shared_data("recordings/digits-classifier");
    if (!run) return;
    const TemporaryFolder folder;
    const std::string picture = (folder.path() / "pca").string();
    REQUIRE(
        call({"project", run->string(), "--method", "pca", "--neighbours", "0", "--out", picture})
            .code == 0);
    const Outcome outcome = call({"metrics", run->string(), picture, "--json"});
    REQUIRE(outcome.code == 0);
    const json found = json::parse(outcome.out);
    const auto mean = [&](const char* name, const char* control = nullptr) {
        const json& metric = found[name];
        return (control ? metric["controls"][control] : metric)["mean"].get<double>();
    };
    CHECK(mean("nn_pv") == Approx(0.238).margin(5e-4));
    CHECK(mean("rec_pv") == Approx(0.462).margin(5e-4));
    CHECK(mean("trustworthiness") == Approx(0.883).margin(5e-4));
    CHECK(mean("temp_l") == Approx(0.635).margin(5e-4));
    CHECK(mean("temp_g_tau") == Approx(0.587).margin(5e-4));
    CHECK(mean("step_agreement") == Approx(0.52).margin(5e-3));
    // Of points that it drew for itself.
    CHECK(mean("boundary_pv") == Approx(0.446).margin(0.01));
    CHECK(mean("nn_pv", "random_walk") == Approx(0.008).margin(2e-3));
    CHECK(mean("trustworthiness", "random_walk") == Approx(0.5).margin(0.01));
    CHECK(mean("temp_pv", "random_walk") == Approx(-0.87).margin(0.01));
    CHECK(mean("temp_l", "random_walk") == Approx(0.556).margin(0.01));
    CHECK(mean("temp_g_tau", "random_walk") == Approx(0.478).margin(0.01));
    CHECK(mean("step_agreement", "random_walk") == Approx(0).margin(0.02));
}
