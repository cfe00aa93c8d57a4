#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace epochscope::tests;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Three samples at two epochs, whose p - y are quarters: see tests/analysis/influence_test.cpp.
fs::path put_run(const fs::path& folder, bool has_logits = true) {
    const float ln3 = std::log(3.0F);
    fs::path run = folder / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 0});
    put_npy<float>(run / "epochs/epoch_1/embeddings.npy", "<f4", "(3, 2)", {1, 0, 2, 1, 1, 1});
    put_npy<float>(run / "epochs/epoch_2/embeddings.npy", "<f4", "(3, 2)", {0, 2, 1, 1, 3, -1});
    if (!has_logits) return run;
    put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3, 2)", {ln3, 0, ln3, 0, 0, 0});
    put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)", {0, ln3, 0, 0, ln3, 0});
    return run;
}

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("influence writes proponents and opponents as JSON", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    std::ofstream(run / "curves.csv") << "epoch,lr\n1,1\n2,0.5\n";
    const Outcome outcome = call({"influence", run.string(), "--sample", "0,2", "--json"});
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("learning rates are those of curves.csv: lr"));
    const json all = json::parse(outcome.out);
    CHECK(all["epoch_numbers"] == json({1, 2}));
    CHECK(all["learning_rates"] == json({1.0, 0.5}));
    CHECK(all["warnings"].empty());
    REQUIRE(all["samples"].size() == 2);
    const json& first = all["samples"][0];
    CHECK(first["sample"] == 0);
    CHECK(first["label"] == "0");
    CHECK(first["predicted"] == "1");
    CHECK(first["self_influence"].get<double>() == Approx(2.375));
    CHECK(first["proponents"].empty());
    REQUIRE(first["opponents"].size() == 2);
    CHECK(first["opponents"][0]["sample"] == 1);
    CHECK(first["opponents"][0]["label"] == "1");
    CHECK(first["opponents"][0]["score"].get<double>() == Approx(-1.5));
    CHECK(first["opponents"][1]["by_epoch"][1].get<double>() == Approx(-0.375));
    // 1.5 of 1.625 votes.
    CHECK(first["proposed"] == "1");
    CHECK(first["share_of_votes"].get<double>() == Approx(12.0 / 13));
    CHECK(all["samples"][1]["sample"] == 2);
}

TEST_CASE("influence takes a list of samples and writes a table", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    const fs::path list = folder.path() / "list";
    const fs::path table = folder.path() / "teachers.csv";
    const auto rows_for = [&](const std::string& text) {
        std::ofstream(list) << text;
        const Outcome outcome = call({"influence", run.string(), "--for", list.string(), "--top",
                                      "1", "--csv", table.string()});
        REQUIRE(outcome.code == 0);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, contains("the learning rate is not known; 1 is taken"));
        return text_of(table);
    };
    const std::string rows = rows_for("0\n");
    CHECK_THAT(rows, contains("sample,label,role,rank,teacher,teacher_label,score"));
    CHECK_THAT(rows, contains("0,0,opponent,1,1,1,-2.25"));
    CHECK(std::count(rows.begin(), rows.end(), '\n') == 2);
    for (const char* same : {"0", "\n0\r\n0\n", "id\tsuspicion\n0\t0.9\n",
                             "label,\"sample\"\nant,\"0\"\n", "index;id\n0;a7\n"}) {
        INFO(same);
        CHECK(rows_for(same) == rows);
    }
    const Outcome printed = call({"influence", run.string(), "--sample", "0"});
    CHECK(printed.code == 0);
    CHECK_THAT(printed.out, contains("sample 0: label 0, predicted 1, self-influence 4.625"));
    CHECK_THAT(printed.out, contains("opponents vote for 1"));
}

TEST_CASE("influence says what is wrong", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    const fs::path list = folder.path() / "list";
    const auto said = [&](std::vector<std::string> more, int code) {
        more.insert(more.begin(), {"influence", run.string()});
        const Outcome outcome = call(more);
        CHECK(outcome.code == code);
        return outcome.err;
    };
    CHECK_THAT(said({}, 2), contains("--sample is missing, expected it or --for"));
    CHECK_THAT(said({"--sample", "0", "--for", "x"}, 2), contains("exclude each other"));
    CHECK_THAT(said({"--sample", "3"}, 2),
               contains("--sample: there is no sample \"3\", expected 0..2"));
    CHECK_THAT(said({"--for", list.string()}, 1), contains("list"));
    struct Wrong {
        const char* text;
        const char* words;
    };
    for (const Wrong& wrong : {Wrong{"", "lists no sample"},
                               {"0\n7\n", "line 2: there is no sample \"7\""},
                               {"name\n0\n", "line 1: there is no sample \"name\""},
                               {"label,sample\n1\n", "line 2: there is no sample \"\""},
                               {"0\n-1\n", "line 2: there is no sample \"-1\""},
                               {"0\n99999999999999999999999\n", "line 2: there is no sample"}}) {
        INFO(wrong.text);
        std::ofstream(list) << wrong.text;
        CHECK_THAT(said({"--for", list.string()}, 1), contains(wrong.words));
    }
    const TemporaryFolder other;
    const Outcome without =
        call({"influence", put_run(other.path(), false).string(), "--sample", "0"});
    CHECK(without.code == 1);
    CHECK_THAT(without.err, contains("no epoch has predictions.npy, of which influences are"));
}
