#include "cli/call.h"
#include "cli/folder.h"
#include "cli/two_classes.h"
#include "io/folders.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
using Json = nlohmann::json;

namespace {

/// The one JSON object that a call prints.
Json json_of(const Outcome& outcome) {
    REQUIRE(outcome.code == 0);
    CHECK(outcome.err.empty());
    return Json::parse(outcome.out);
}

}  // namespace

TEST_CASE("info --json of a small folder") {
    const SmallFolder folder;
    const Json info = json_of(call({"info", folder.path(), "--json"}));
    CHECK(info["name"] == "small");
    CHECK(info["format"] == "Sequence-Scatter");
    CHECK(info["reasons"]["arrays"] ==
          "has no positions.npy, expected info.json and positions.npy");
    CHECK(info["reasons"]["recording"] ==
          "has no epochs/epoch_<k>/embeddings.npy and dataset/labels.npy");
    CHECK_FALSE(info["reasons"].contains("Sequence-Scatter"));
    CHECK(info["samples"] == 3);
    CHECK(info["epochs"] == 3);
    CHECK(info["epoch_numbers"] == Json::parse("[1, 2, 5]"));
    CHECK(info["classes"] == Json::parse(R"(["left", "right"])"));
    CHECK(info["samples_per_class"] == Json::parse("[1, 2]"));
    CHECK(info["has"] == Json::parse(R"({"prediction": true, "confidence": false,
        "intra_similarity": false, "inter_similarity": false, "background": false,
        "thumbnails": false})"));
    CHECK(info["variance_shown"].is_null());
    CHECK(info["frame"] == Json::parse("[[-8.0, -8.0], [8.0, 8.0]]"));
    CHECK(info["axes"].is_null());
    CHECK(info["origin_agreement"].is_null());
    REQUIRE(info["accuracy"].size() == 3);
    CHECK(info["accuracy"][0].get<double>() == Approx(2.0 / 3));
    CHECK(info["accuracy"][1] == 1.0);
    CHECK(info["warnings"].is_array());
}

TEST_CASE("info lists what is known of samples") {
    const SmallFolder folder;
    CHECK(json_of(call({"info", folder.path(), "--json"}))["columns"].empty());
    folder.write("samples.csv", "id,score,day,ok,n\na,0.5,2024-05-01,true,1\nb,,,,2\nc,1,,,3\n");
    const Json info = json_of(call({"info", folder.path(), "--json"}));
    CHECK(info["columns"] == Json::parse(R"([{"name": "id", "type": "text", "missing": 0},
        {"name": "score", "type": "real", "missing": 1},
        {"name": "day", "type": "date", "missing": 2},
        {"name": "ok", "type": "truth", "missing": 2},
        {"name": "n", "type": "whole", "missing": 0}])"));
    CHECK_THAT(call({"info", folder.path()}).out,
               contains("id (text), score (real, 1 missing), day (date, 2 missing)"));
    folder.write("samples.csv", "id\na\nb\n");
    CHECK_THAT(call({"info", folder.path()}).out,
               contains("samples.csv: has 2 rows, expected one for each of 3 samples"));
}

TEST_CASE("info --json of the first real process") {
    const auto folder = test_data("process1");
    const Json info = json_of(call({"info", folder.string(), "--json"}));
    CHECK(info["samples"] == 60);
    CHECK(info["epochs"] == 30);
    CHECK(info["samples_per_class"] == Json::parse("[12, 48]"));
    CHECK(info["has"]["intra_similarity"] == true);
    CHECK(info["has"]["inter_similarity"] == true);
    CHECK(info["has"]["prediction"] == false);
    CHECK(info["accuracy"].is_null());
    CHECK(info["warnings"].empty());
}

TEST_CASE("info --json of digits: backgrounds, and which way up they are") {
    const auto folder = test_data("digits-scatter");
    const Json info = json_of(call({"info", folder.string(), "--json"}));
    CHECK(info["samples"] == 600);
    CHECK(info["epochs"] == 20);
    CHECK(info["classes"].size() == 10);
    CHECK(info["has"]["background"] == true);
    CHECK(info["has"]["confidence"] == true);
    CHECK(info["background_origin"] == "lower");
    CHECK(info["origin_agreement"]["lower"].get<double>() == Approx(0.98).margin(0.01));
    CHECK(info["origin_agreement"]["upper"].get<double>() == Approx(0.08).margin(0.01));
    CHECK(info["accuracy"].size() == 20);
}

TEST_CASE("info for people") {
    const SmallFolder folder;
    const Outcome outcome = call({"info", folder.path()});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK_THAT(outcome.out, contains("samples       3\n"));
    CHECK_THAT(outcome.out, contains("3 (1..2, 5)"));
    CHECK_THAT(outcome.out, contains("0.667 at epoch 1, 1.000 at epoch 5"));
    CHECK_THAT(outcome.out, contains("        1   1.000  left\n"));
    CHECK_THAT(outcome.out, contains("        2   1.000  right\n"));
}

TEST_CASE("info names the axes of a folder that does") {
    const SmallFolder folder;
    folder.write("info.json", R"({"label_text": ["a", "b"], "label_index": [0, 1, 1],
        "axes": {"x": "label_var", "y": "avg_probs"}})");
    const Json info = json_of(call({"info", folder.path(), "--json"}));
    CHECK(info["axes"] == Json::parse(R"({"x": "label_var", "y": "avg_probs"})"));
    CHECK_THAT(call({"info", folder.path()}).out,
               contains("axes          label_var across, avg_probs upwards\n"));
}

TEST_CASE("info shows warnings") {
    const SmallFolder folder;
    folder.write("info.json", R"({"label_text": ["a", "b"], "label_index": [0, 1, 1],
        "label_color": [[0, 0, 255], [255, 128, 0]], "background_origin": "sideways"})");
    const Outcome outcome = call({"info", folder.path(), "--json"});
    REQUIRE(outcome.code == 0);
    const Json warnings = Json::parse(outcome.out)["warnings"];
    REQUIRE(warnings.size() == 1);
    const Outcome plain = call({"info", folder.path()});
    CHECK_THAT(plain.out, contains("warnings:\n  - " + warnings[0].get<std::string>()));
}

TEST_CASE("info: data at fault is exit 1 and nothing on standard output") {
    const SmallFolder folder;
    folder.write("data.json", R"({"1": {"projection": [[0,0],[1,1)");
    Outcome outcome = call({"info", folder.path(), "--json"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, contains("data.json"));
    outcome = call({"info", folder.beside("missing")});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("missing"));
}

TEST_CASE("info: a projection that the folder does not have is the call's fault") {
    const SmallFolder folder;
    const Outcome outcome = call({"info", folder.path(), "--projection", "umap"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("--projection"));
}

TEST_CASE("info: several projections have to be told apart") {
    const TemporaryFolder folder;
    put(folder.path() / "dataset/labels.npy", "");
    for (const char* name : {"dvi", "umap"})
        put(folder.path() / "visualize" / name / "epochs/epoch_1/projection.npy", "");
    Outcome outcome = call({"info", folder.path().string()});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("--projection is missing") && contains("dvi, umap"));
    outcome = call({"info", folder.path().string(), "--projection", "tsne"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("\"tsne\"") && contains("dvi, umap"));
}

TEST_CASE("info: results that cannot be written are exit 1") {
    const SmallFolder folder;
    struct Full : std::streambuf {};
    Full nothing_fits;
    std::ostream out(&nothing_fits);
    std::ostringstream err;
    CHECK(cli::run(std::vector<std::string>{"info", folder.path()}, {}, out, err) == 1);
    CHECK_THAT(err.str(), contains("standard output"));
}

TEST_CASE("info, convert and export have one verdict on broken arrays") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const std::string broken = (folder.path() / "broken").string();
    REQUIRE(call({"project", run, "--method", "pca", "--out", broken}).code == 0);
    CHECK(call({"info", broken, "--check"}).code == 0);
    std::vector<std::int32_t> predictions(80, 0);
    predictions[3] = 99;
    put_npy(std::filesystem::path(broken) / "predictions.npy", "<i4", "(2, 40)", predictions);
    std::vector<float> confidence(80, 1);
    confidence[45] = 7;
    put_npy(std::filesystem::path(broken) / "confidence.npy", "<f4", "(2, 40)", confidence);
    const std::string first = "epoch \"1\": prediction[3] is 99, expected 0..1";
    const std::string second = "epoch \"2\": confidence[5] is 7, expected 0..1";
    const Outcome unchecked = call({"info", broken});
    CHECK(unchecked.code == 0);
    const Outcome checked = call({"info", broken, "--check"});
    CHECK(checked.code == 1);
    for (const std::string& told : {unchecked.out, checked.out})
        CHECK_THAT(told, contains(first) && contains(second));
    CHECK(call({"info", broken, "--check", "--json"}).code == 1);
    const std::string out = (folder.path() / "out").string();
    const Outcome convert = call({"convert", broken, "--to", "npy", "--out", out});
    CHECK(convert.code == 1);
    CHECK_THAT(convert.err, contains(first));
    CHECK_THAT(call({"export", broken, "--size", "32x32", "--out", out}).err,
               contains(first) && contains(second));
}
