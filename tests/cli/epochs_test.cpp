// Recordings of which an epoch is at fault, and --epochs, which leaves it out.
#include "cli/call.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Verbs that read a recording, which is to be put behind the first word.
std::vector<std::vector<std::string>> reading_verbs(const fs::path& out) {
    const auto at = [&](const char* name) { return (out / name).string(); };
    return {{"info"},
            {"query", "label = 1"},
            {"health"},
            {"influence", "--sample", "3"},
            {"datamap", "--tsv", at("map.tsv")},
            {"project", "--method", "pca", "--out", at("pca")},
            {"project", "--method", "spacetime", "--out", at("spacetime")},
            {"convert", "--to", "npy", "--out", at("converted")},
            {"prototypes", "--clusters", "2", "--batch", "16", "--out", at("prototypes")}};
}

Outcome call_on(const fs::path& run, std::vector<std::string> words,
                const std::vector<std::string>& more = {}) {
    words.insert(words.begin() + 1, run.string());
    words.insert(words.end(), more.begin(), more.end());
    return call(words);
}

void cut_off(const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }

/// All embeddings, or logits, of an epoch become this number.
void fill(const fs::path& epoch, float value) {
    put_npy<float>(epoch / "embeddings.npy", "<f4", "(40, 4)", std::vector<float>(160, value));
    put_npy<float>(epoch / "predictions.npy", "<f4", "(40, 2)", std::vector<float>(80, value));
}

bool is_done(const Outcome& outcome) {
    constexpr int has_alerts = 3;
    return outcome.code == 0 || outcome.code == has_alerts;
}

}  // namespace

TEST_CASE("an epoch that is cut off is named with the way out, which every verb knows", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {1, 2, 3, 4, 5});
    cut_off(run / "epochs/epoch_3" /
            GENERATE(as<std::string>{}, "embeddings.npy", "predictions.npy"));
    for (const std::vector<std::string>& words : reading_verbs(folder.path())) {
        CAPTURE(words[0]);
        const Outcome whole = call_on(run, words);
        CHECK(whole.code == 1);
        CHECK_THAT(whole.err, contains("epoch_3/"));
        CHECK_THAT(whole.err, contains("epoch 3 can be left out: --epochs ..2,4.."));
        const Outcome chosen = call_on(run, words, {"--epochs", "..2,4.."});
        CAPTURE(chosen.err);
        CHECK(is_done(chosen));
    }
    CHECK(open_dataset(folder.path() / "pca").series.find_epoch(3) == std::nullopt);
    CHECK(open_dataset(folder.path() / "pca").series.epoch_count() == 4);
    // The folder says which, so that metrics reads the same.
    CHECK(recording_options(open_dataset(folder.path() / "pca")).epochs == "..2,4..");
    CHECK(call({"metrics", run.string(), (folder.path() / "pca").string(), "--no-controls"}).code ==
          0);
    CHECK(call({"metrics", run.string(), run.string(), "--no-controls", "--epochs", "4..5"}).code ==
          0);
}

TEST_CASE("the way out of a faulty epoch can be gone, whichever it is and whatever was chosen",
          "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {1, 2, 3, 4, 5});
    const auto told = [&](const std::vector<std::string>& choice) {
        return call_on(run, {"info"}, choice).err;
    };
    cut_off(run / "epochs/epoch_1/embeddings.npy");
    CHECK_THAT(told({}), contains("epoch 1 can be left out: --epochs 2.."));
    CHECK_THAT(told({"--epochs", "..2,4.."}),
               contains("epoch 1 can be left out of --epochs ..2,4.."));
    CHECK(call_on(run, {"info"}, {"--epochs", "2.."}).code == 0);
}

TEST_CASE("a last epoch that is cut off, and one that diverged, leave the others", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {1, 2, 3, 4, 5});
    std::string said;
    bool fits_signals = false;
    SECTION("cut off") {
        cut_off(run / "epochs/epoch_5/embeddings.npy");
        said = "epoch 5, the last one, was cut off and is left out";
    }
    SECTION("no numbers") {
        fill(run / "epochs/epoch_4", std::numeric_limits<float>::quiet_NaN());
        said = "epoch 4";
    }
    SECTION("infinite") {
        fill(run / "epochs/epoch_5", -std::numeric_limits<float>::infinity());
        said = "epoch 5";
    }
    SECTION("numbers of which no squares are left") {
        fill(run / "epochs/epoch_5", 3e38F);
        said = "epoch 5";
        fits_signals = true;
    }
    for (const std::vector<std::string>& words : reading_verbs(folder.path())) {
        CAPTURE(words[0], said);
        const Outcome outcome = call_on(run, words);
        CAPTURE(outcome.err);
        CHECK(is_done(outcome));
        // What these compute of such numbers has no square of them.
        const bool leaves_none_out =
            fits_signals && (words[0] == "datamap" || words[0] == "influence");
        if (!leaves_none_out) CHECK_THAT(outcome.out + outcome.err, contains(said));
    }
}

TEST_CASE("epochs are chosen of recordings alone, and those that there are", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {1, 2, 3, 4, 5});
    const Outcome info = call_on(run, {"info", "--json"}, {"--epochs", "1..5:2"});
    CHECK(nlohmann::json::parse(info.out)["epoch_numbers"] == nlohmann::json({1, 3, 5}));
    for (const std::vector<std::string>& words : reading_verbs(folder.path() / "none")) {
        CAPTURE(words[0]);
        const Outcome outcome = call_on(run, words, {"--epochs", "7"});
        CHECK(outcome.code == 1);
        CHECK_THAT(outcome.err, contains("there is no epoch 7, expected one of the 5 from 1 to 5"));
    }
    const fs::path pca = folder.path() / "pca";
    REQUIRE(call_on(run, {"project", "--method", "pca", "--out", pca.string()}).code == 0);
    for (const char* verb : {"info", "datamap"})
        CHECK_THAT(call({verb, pca.string(), "--epochs", "1"}).err,
                   contains("expected no --epochs"));
}
