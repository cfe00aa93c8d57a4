#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// 20 samples at epochs 1, 2, 3 and 5, in two classes by the sign of their first feature.
fs::path put_run(const fs::path& folder) {
    fs::path run = folder / "run";
    std::vector<std::int64_t> labels;
    labels.reserve(20);
    for (int i = 0; i < 20; ++i) labels.push_back(i % 2);
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(20,)", labels);
    for (const int epoch : {1, 2, 3, 5}) {
        std::vector<float> embeddings;
        for (int i = 0; i < 20; ++i) {
            const auto n = static_cast<float>(i + 1);
            const auto t = static_cast<float>(epoch);
            embeddings.insert(embeddings.end(), {(i % 2 == 0 ? -t : t) + std::sin(7 * n + t),
                                                 std::cos(3 * n) + t, std::sin(n * n)});
        }
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(at / "embeddings.npy", "<f4", "(20, 3)", embeddings);
        put_npy<float>(at / "head_weight.npy", "<f4", "(2, 3)", {-1, 0, 0, 1, 0, 0});
        put_npy<float>(at / "head_bias.npy", "<f4", "(2,)", {0, 0});
    }
    return run;
}

/// The recording and its PCA.
struct Made {
    TemporaryFolder folder;
    std::string run = put_run(folder.path()).string();
    std::string picture = (folder.path() / "picture").string();

    Made() { REQUIRE(call({"project", run, "--method", "pca", "--out", picture}).code == 0); }
    [[nodiscard]] Outcome metrics(std::vector<std::string> more) const {
        more.insert(more.begin(), {"metrics", run, picture});
        return call(more);
    }
    [[nodiscard]] json found(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), "--json");
        const Outcome outcome = metrics(more);
        REQUIRE(outcome.code == 0);
        return json::parse(outcome.out);
    }
};

const std::vector<std::string> all_metrics{
    "nn_pv",      "boundary_pv", "rec_pv",         "temp_pv",         "temp_l",
    "temp_g_tau", "temp_g_rho",  "step_agreement", "trustworthiness", "continuity",
    "cross_nn",   "travel",      "spread"};

}  // namespace

TEST_CASE("metrics prints an object for each metric, with its controls") {
    const Made made;
    const json found = made.found({"--neighbours", "4"});
    CHECK(found["recording"] == "run");
    CHECK(found["folder"] == "picture");
    CHECK(found["epoch_numbers"] == json({1, 2, 3, 5}));
    CHECK(found["neighbours"] == 4);
    CHECK(found["near_epochs"] == 1);
    CHECK(found["warnings"].size() == 1);
    for (const std::string& name : all_metrics) {
        CAPTURE(name);
        const json& metric = found.at(name);
        for (const char* field : {"mean", "early", "middle", "late", "per_epoch"})
            CHECK(metric.contains(field));
        for (const char* control :
             {"features", "random_places", "random_walk", "pca", "shuffled_epochs"}) {
            CHECK(metric["controls"].at(control).contains("per_epoch"));
            CHECK(metric["controls"][control].contains("mean"));
        }
        // What is null has a reason, and only that.
        const std::string values = json({metric["mean"], metric["early"], metric["middle"],
                                         metric["late"], metric["per_epoch"]})
                                       .dump();
        CHECK((values.find("null") != std::string::npos) == metric.contains("reason"));
        // The picture is one PCA over all epochs.
        CHECK(metric["mean"] == metric["controls"]["pca"]["mean"]);
    }
    CHECK(found["nn_pv"]["controls"]["features"]["mean"] == 1);
    CHECK(found["nn_pv"]["per_epoch"].size() == 4);
    CHECK(found["temp_pv"]["per_epoch"].is_null());
    CHECK(found["step_agreement"]["per_epoch"][0].is_null());
    CHECK(found["rec_pv"]["controls"]["random_places"]["mean"].is_null());
    CHECK(found["rec_pv"]["mean"] > 0.9);
    // A seed of its own draws others; threads change nothing.
    CHECK(made.found({"--neighbours", "4", "--threads", "1"}) == found);
    CHECK(made.found({"--neighbours", "4", "--seed", "3"}) != found);
    CHECK_FALSE(made.found({"--no-controls"})["nn_pv"].contains("controls"));
}

TEST_CASE("metrics says that a map whose values are too large places samples nowhere") {
    const Made made;
    const double huge = GENERATE(1e200, -1e39);
    put_npy<double>(fs::path(made.picture) / "map_mean.npy", "<f8", "(1, 3)", {0, huge, 0});
    const Outcome outcome = made.metrics({});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("expected finite numbers") || contains("not finite numbers"));
}

TEST_CASE("metrics prints a table to be read") {
    const Made made;
    const Outcome outcome = made.metrics({});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out,
               contains("picture (arrays) of run: 20 samples, 4 epochs, 9 neighbours"));
    CHECK_THAT(outcome.out, contains("     mean    early   middle     late"));
    CHECK_THAT(outcome.out, contains("features   random     walk      pca shuffled"));
    for (const std::string& name : all_metrics) CHECK_THAT(outcome.out, contains(name + " "));
    // Those without a map have no decisions to keep.
    CHECK_THAT(outcome.out, contains("        -        -"));
    CHECK_THAT(outcome.err, contains("warning: neighbours are 9 instead of 15"));
    CHECK_THAT(made.metrics({"--no-controls"}).out, !contains("shuffled"));
}

TEST_CASE("metrics keeps what it finds with the folder, and convert takes it along") {
    const Made made;
    CHECK(made.metrics({"--write"}).code == 0);
    const auto check = [&](const std::string& folder) {
        const Dataset dataset = open_dataset(folder);
        CHECK(dataset.warnings.empty());
        REQUIRE(dataset.trust);
        const json per_epoch = made.found()["nn_pv"]["per_epoch"];
        REQUIRE(dataset.trust->curve("nn_pv"));
        double sum = 0;
        for (std::size_t e = 0; e < 4; ++e) {
            CHECK(dataset.trust->curve("nn_pv")->values[e] == per_epoch[e].get<double>());
            sum = 0;
            for (const float share : dataset.trust->preserved[e]) sum += share;
            CHECK(sum / 20 == Approx(per_epoch[e].get<double>()));
        }
        CHECK_FALSE(dataset.trust->curve("step_agreement")->values[0]);
        CHECK(dataset.trust->curve("temp_pv") == nullptr);
    };
    check(made.picture);
    const auto columns = open_dataset(made.picture).metadata;
    REQUIRE(columns);
    for (const char* name : {"nn_pv", "temp_l", "temp_g_tau", "false_move", "frozen_move"})
        CHECK(columns->find(name) != nullptr);
    CHECK(
        call({"query", made.picture, "SELECT count(*) FROM samples WHERE false_move >= 0"}).code ==
        0);
    for (const std::string format : {"npy", "json"}) {
        const std::string out = (made.folder.path() / format).string();
        const Outcome outcome = call({"convert", made.picture, "--to", format, "--out", out});
        CHECK(outcome.code == 0);
        check(out);
    }
    const fs::path csv = made.folder.path() / "figures.csv";
    CHECK(made.metrics({"--csv", csv.string()}).code == 0);
    CHECK(read_file(csv, 10'000) == read_file(fs::path(made.picture) / "trust.csv", 10'000));
}

TEST_CASE("metrics measures some of the epochs, and says so") {
    const Made made;
    const fs::path part = made.folder.path() / "part";
    put(part / "info.json", R"({"label_text": ["a", "b"], "epochs": [5, 2]})");
    std::vector<std::int32_t> labels(20, 0);
    put_npy<std::int32_t>(part / "labels.npy", "<i4", "(20,)", labels);
    std::vector<float> places;
    places.reserve(80);
    for (int i = 0; i < 80; ++i) places.push_back(std::sin(static_cast<float>(i)));
    put_npy<float>(part / "positions.npy", "<f4", "(2, 20, 2)", places);
    const Outcome outcome = call({"metrics", made.run, part.string(), "--json"});
    CHECK(outcome.code == 0);
    const json found = json::parse(outcome.out);
    CHECK(found["epoch_numbers"] == json({2, 5}));
    CHECK(found["rec_pv"]["mean"].is_null());
    CHECK(found["rec_pv"]["per_epoch"].is_null());
    CHECK_THAT(found["rec_pv"]["reason"].get<std::string>(), contains("there is no map"));
    CHECK_THAT(outcome.err, contains("the folder has 2 of the recording's 4 epochs"));
    CHECK_THAT(outcome.err, contains("the folder's labels are not the recording's"));
}

TEST_CASE("metrics measures a recording's own components") {
    const Made made;
    const Outcome outcome = call({"metrics", made.run, made.run, "--json"});
    CHECK(outcome.code == 0);
    CHECK(json::parse(outcome.out)["nn_pv"] == made.found()["nn_pv"]);
}

TEST_CASE("a call of metrics that is at fault says how, and prints nothing") {
    const Made made;
    const auto fault = [](const std::vector<std::string>& arguments, int code) {
        const Outcome outcome = call(arguments);
        CHECK(outcome.code == code);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK_THAT(fault({"metrics", made.run}, 2), contains("FOLDER is required"));
    CHECK_THAT(fault({"metrics", made.run, made.picture, "--neighbours", "0"}, 2),
               contains("1 to 1000"));
    CHECK_THAT(fault({"metrics", made.picture, made.picture}, 1), contains("labels.npy"));
    CHECK_THAT(fault({"metrics", made.run, made.run, "--write"}, 2),
               contains("which holds no places to write beside"));
    CHECK_THAT(fault({"metrics", made.run, made.picture, "--csv", made.run + "/no/file.csv"}, 1),
               contains("cannot be written"));
    fs::remove_all(fs::path(made.run) / "epochs/epoch_3");
    CHECK_THAT(fault({"metrics", made.run, made.picture}, 1),
               contains("epoch \"3\": is in the folder, but not in the recording"));
    put_npy<float>(fs::path(made.run) / "epochs/epoch_3/embeddings.npy", "<f4", "(20, 2)",
                   std::vector<float>(40));
    CHECK_THAT(fault({"metrics", made.run, made.picture}, 1),
               contains("epoch \"3\": embeddings is 20 x 2, expected 20 x 3"));
    put_npy<float>(fs::path(made.run) / "epochs/epoch_3/embeddings.npy", "<f4", "(20, 3)",
                   std::vector<float>(60));
    const fs::path other = made.folder.path() / "other";
    put_arrays(other);
    CHECK_THAT(fault({"metrics", made.run, other.string()}, 1),
               contains("samples: the folder has 3, the recording 20"));
}

TEST_CASE("metrics of several folders stand side by side, and are tested in pairs") {
    const Made made;
    const std::string each = (made.folder.path() / "each").string();
    REQUIRE(call({"project", made.run, "--method", "pca", "--per-epoch", "--out", each}).code == 0);
    const json alone = made.found();
    const json both = made.found({each, made.picture});
    REQUIRE(both["folders"].size() == 3);
    CHECK(both["recording"] == "run");
    CHECK(both["folders"][0]["nn_pv"] == alone["nn_pv"]);
    CHECK(both["folders"][2]["nn_pv"]["mean"] == alone["nn_pv"]["mean"]);
    // The controls are those of the first.
    CHECK_FALSE(both["folders"][1]["nn_pv"].contains("controls"));
    REQUIRE(both["tests"].size() == 3);
    const json& with_itself = both["tests"][1];
    CHECK(with_itself["first"] == "picture");
    CHECK(with_itself["second"] == "picture");
    CHECK(with_itself["u"] == 200);
    CHECK(with_itself["p"] == 1);
    CHECK(with_itself["effect"] == 0);
    CHECK(both["tests"][0]["u"].get<double>() + both["tests"][2]["u"].get<double>() == 400);

    const Outcome outcome = made.metrics({each});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, contains("A and B: U "));
    const Outcome table = made.metrics({each, "--csv", (made.folder.path() / "t.csv").string()});
    CHECK(table.code == 2);
    CHECK_THAT(table.err, contains("expected no more than one FOLDER"));
}

TEST_CASE("metrics compares as many epochs as it is told") {
    const Made made;
    // Of four epochs, three others, half of which is one.
    CHECK(made.found({"--near-epochs", "1"})["temp_l"]["mean"] == made.found()["temp_l"]["mean"]);
    CHECK_THAT(made.metrics({"--near-epochs", "1"}).err, !contains("near epochs"));
    CHECK_THAT(made.metrics({}).err, contains("near epochs are 1 instead of 5"));
    CHECK(made.metrics({"--near-epochs", "0"}).code == 2);
}
