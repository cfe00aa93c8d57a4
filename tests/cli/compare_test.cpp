#include "cli/call.h"
#include "cli/folder.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

TEST_CASE("compare says what differs between two folders") {
    const SmallFolder one;
    const SmallFolder other;
    // Sample 1 is predicted otherwise at epoch 5.
    other.write("data.json",
                R"({"1": {"projection": [[0,0],[1,1],[2,2]], "prediction": [0,0,1]},
                    "5": {"projection": [[-4,0],[4,4],[4,-4]], "prediction": [0,0,1]},
                    "2": {"projection": [[-2,0],[2,2],[2,-2]], "prediction": [0,1,1]}})");
    const std::string table = one.beside("changed.csv");
    const Outcome outcome = call({"compare", one.path(), other.path(), "--json", "--csv", table});
    REQUIRE(outcome.code == 0);
    const json found = json::parse(outcome.out);
    CHECK(found["samples"]["paired"] == 3);
    CHECK(found["samples"]["by"] == "index");
    CHECK(found["space"] == "plane");
    CHECK(found["neighbours"] == 1);
    REQUIRE(found["epochs"].size() == 3);
    CHECK(found["epochs"][0]["agreement"] == 1);
    CHECK(found["epochs"][2]["first"] == 5);
    CHECK(found["epochs"][2]["agreement"].get<double>() == Approx(2.0 / 3));
    CHECK(found["epochs"][2]["shared_neighbours"] == 1);
    CHECK(found["epochs"][2]["confidence"].is_null());
    CHECK(found["classes"][1]["name"] == "right");
    CHECK(found["classes"][1]["samples"] == 2);
    CHECK(found["changed_most"][0]["first"] == 1);
    std::ostringstream written;
    written << std::ifstream(table).rdbuf();
    CHECK_THAT(written.str(), contains("first,second,id,label,shared_neighbours,agreement"));
    CHECK_THAT(written.str(), contains("\n1,1,,right,1.0,0.6666666666666666,,0"));

    const Outcome words = call({"compare", one.path(), other.path()});
    CHECK(words.code == 0);
    CHECK_THAT(words.out, contains("3 samples by index, 3 epochs by number"));
    CHECK_THAT(words.out, contains("Changed most:\n1 "));
}

TEST_CASE("compare takes one epoch of each folder") {
    const SmallFolder one;
    const Outcome outcome = call({"compare", one.path(), one.path(), "--epochs", "1:5", "--json"});
    REQUIRE(outcome.code == 0);
    const json found = json::parse(outcome.out);
    REQUIRE(found["epochs"].size() == 1);
    CHECK(found["epochs"][0]["second"] == 5);
    CHECK(found["epochs"][0]["agreement"].get<double>() == Approx(2.0 / 3));
    CHECK(call({"compare", one.path(), one.path(), "--epochs", "1:7"}).code == 1);
    for (const char* const text : {"1", "1:", ":5", "1:5:6", "a:b", "1-5"}) {
        CAPTURE(text);
        const Outcome refused = call({"compare", one.path(), one.path(), "--epochs", text});
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, contains("expected the numbers of two epochs"));
    }
}

TEST_CASE("compare takes feature space of two recordings, and the plane of one") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path(), {1, 2, 3}).string();
    const std::string wide = put_run(folder.path(), {1, 2, 3}, 6, "wide").string();
    const auto projected = [&](const std::string& recording, const std::string& name) {
        std::string out = (folder.path() / name).string();
        REQUIRE(call({"project", recording, "--method", "pca", "--out", out}).code == 0);
        return out;
    };
    const std::string one = projected(run, "one");
    const std::string other = projected(wide, "other");
    const auto found = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"compare"});
        more.emplace_back("--json");
        const Outcome outcome = call(more);
        REQUIRE(outcome.code == 0);
        return json::parse(outcome.out);
    };
    CHECK(found({one, other})["space"] == "features");
    CHECK(found({run, wide})["space"] == "features");
    CHECK(found({one, other, "--space", "plane"})["space"] == "plane");
    CHECK(found({one, projected(run, "again")})["space"] == "plane");
    const json same = found({one, one, "--space", "features"});
    CHECK(same["space"] == "features");
    CHECK(same["epochs"][0]["shared_neighbours"] == 1);
    fs::remove_all(wide);
    CHECK(found({one, other})["space"] == "plane");
    CHECK(call({"compare", one, other, "--space", "features"}).code == 1);
}
