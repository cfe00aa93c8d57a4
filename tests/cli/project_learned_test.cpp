#include "cli/call.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/projection/methods.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

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
        CHECK(made.plane_map.maps().size() == (method == "timevis" ? 1 : 2));
        const auto said = nlohmann::json::parse(std::ifstream(out / "info.json"));
        CHECK(said["source"]["method"] == method);
        CHECK(said["source"]["boundary_draws"] == "2");
        CHECK(said["source"]["training_epochs"] == "3");
        const Outcome measured = call({"metrics", run, out.string(), "--json", "--no-controls"});
        CHECK(measured.code == 0);
        const auto found = nlohmann::json::parse(measured.out);
        CHECK(found["rec_pv"]["mean"].is_number());
    }
}

TEST_CASE("project has the options of the table, and reads former spellings") {
    const std::string help = call({"project", "--help"}).out;
    for (Method& method : methods())
        for (const Option& option : options_of(method)) {
            const bool is_on =
                std::holds_alternative<bool*>(option.value) && text_of(option) == "true";
            CHECK_THAT(help, contains((is_on ? "--no-" : "--") + std::string(option.id)));
            for (const std::string_view former : option.old_ids)
                CHECK_THAT(help, !contains("--" + std::string(former) + ' '));
        }
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const fs::path out = folder.path() / "out";
    CHECK(call({"project", run, "--method", "timevis", "--out", out.string(), "--rate", "0.02",
                "--passes", "1", "--layers", "1", "--exact-loss", "--window", "2"})
              .code == 0);
    const auto said = nlohmann::json::parse(std::ifstream(out / "info.json"))["source"];
    CHECK(said["learning_rate"] == "0.02");
    CHECK(said["training_epochs"] == "1");
    CHECK(said["hidden_layers"] == "1");
    CHECK(said["pair_loss"] == "exact");
    CHECK(said["temporal_window"] == "2");
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

TEST_CASE("a training without hope ends with an error and leaves no folder; a cured one says so") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    for (const std::string method : {"timevis", "dvi"}) {
        // Nothing can be learned by steps of this length; few of them are not judged.
        const auto learned_by = [&](const std::string& passes) {
            return call({"project", run, "--method", method, "--out",
                         (folder.path() / (method + passes)).string(), "--batch-size", "50",
                         "--training-epochs", passes, "--learning-rate", "1e-12",
                         "--min-learning-rate", "1e-12"});
        };
        const Outcome early = learned_by("3");
        CHECK(early.code == 0);
        CHECK_THAT(early.err, contains("it had few steps: more training epochs may help"));
        CHECK(fs::exists(folder.path() / (method + "3")));
        const Outcome hopeless = learned_by("40");
        CHECK(hopeless.code == 1);
        CHECK_THAT(hopeless.err,
                   contains("a lower learning rate, more training epochs, another width "
                            "or another seed may help"));
        CHECK_FALSE(fs::exists(folder.path() / (method + "40")));
        // Steps of this length break it, those of a 64th do not.
        const fs::path cured = folder.path() / ("cured_" + method);
        const Outcome outcome = call({"project", run, "--method", method, "--out", cured.string(),
                                      "--batch-size", "50", "--learning-rate", "3"});
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err,
                   contains("the training broke and was begun again with the learning rate"));
        CHECK(fs::exists(cured / "info.json"));
    }
}
