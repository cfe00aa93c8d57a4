#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// 40 samples of two classes with a gap between them, at two epochs.
fs::path put_run(const fs::path& folder) {
    fs::path run = folder / "run";
    std::vector<std::int64_t> labels(40);
    for (std::size_t i = 0; i < 40; ++i) labels[i] = i < 20 ? 0 : 1;
    put_npy(run / "dataset/labels.npy", "<i8", "(40,)", labels);
    std::mt19937 random(1);
    for (const int epoch : {1, 2}) {
        std::vector<float> rows;
        std::vector<float> logits;
        for (std::size_t i = 0; i < 40; ++i) {
            for (std::size_t d = 0; d < 4; ++d)
                rows.push_back(static_cast<float>(random() % 1000) / 1000);
            rows[4 * i] += i < 20 ? -2.0F : 2.0F;
            logits.insert(logits.end(), {-rows[4 * i], rows[4 * i]});
        }
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy(at / "embeddings.npy", "<f4", "(40, 4)", rows);
        put_npy(at / "predictions.npy", "<f4", "(40, 2)", logits);
    }
    return run;
}

const std::vector<std::string> quick{"--batch", "50", "--passes", "3", "--rate", "0.01"};

}  // namespace

TEST_CASE("project learns maps, which metrics go by") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    for (const std::string method : {"timevis", "dvi"}) {
        const fs::path out = folder.path() / method;
        std::vector<std::string> words{
            "project",  run, "--method",         method, "--out",  out.string(),
            "--radius", "0", "--boundary-draws", "2",    "--hold", "0.5"};
        words.insert(words.end(), quick.begin(), quick.end());
        const Outcome outcome = call(words);
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("the loss is "));
        const Dataset made = open_dataset(out);
        CHECK(made.warnings.empty());
        CHECK(made.learned.size() == (method == "timevis" ? 1 : 2));
        const auto said = nlohmann::json::parse(std::ifstream(out / "info.json"));
        CHECK(said["source"]["method"] == method);
        CHECK(said["source"]["boundary_draws"] == "2");
        CHECK(said["source"]["most_passes"] == "3");
        const Outcome measured = call({"metrics", run, out.string(), "--json", "--no-controls"});
        CHECK(measured.code == 0);
        const auto found = nlohmann::json::parse(measured.out);
        CHECK(found["rec_pv"]["mean"].is_number());
    }
}

TEST_CASE("project says what is wrong with how a map is to be learned") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const std::string out = (folder.path() / "out").string();
    const Outcome unlikely =
        call({"project", run, "--method", "timevis", "--out", out, "--coverage", "2"});
    CHECK(unlikely.code == 2);
    CHECK_THAT(unlikely.err, contains("--coverage"));
}
