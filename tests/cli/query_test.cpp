#include "cli/call.h"
#include "cli/folder.h"
#include "support/catch.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace epochscope::tests;

namespace {

Outcome query(const SmallFolder& folder, std::vector<std::string> more) {
    more.insert(more.begin(), {"query", folder.path()});
    return call(more);
}

}  // namespace

TEST_CASE("query lists the samples of a condition", "[cli]") {
    const SmallFolder folder;
    const Outcome outcome = query(folder, {"label = 'right' ORDER BY sample DESC"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out ==
          "sample  label  prediction_at(5)\n"
          "     2  right  right\n"
          "     1  right  right\n"
          "(2 rows)\n");
}

TEST_CASE("query tells a SELECT from a condition by its first word", "[cli]") {
    const SmallFolder folder;
    CHECK(query(folder, {"-- all\nSELECT count(*) AS n FROM samples", "--csv"}).out == "n\n3\n");
    CHECK(query(folder, {"WITH\ta AS (SELECT 7 AS n) SELECT n FROM a", "--csv"}).out == "n\n7\n");
    CHECK_THAT(query(folder, {"(SELECT max(sample) FROM samples) = 2"}).out, contains("(3 rows)"));
    CHECK(query(folder, {"SELECT NULL AS n", "--csv"}).out == "n\n\"\"\n");
    CHECK_THAT(query(folder, {"SELECT random()"}).err,
               contains("the function random cannot be used here"));
}

TEST_CASE("query runs a SELECT and writes it as a table, CSV and JSON", "[cli]") {
    const SmallFolder folder;
    const std::string sql =
        "SELECT epoch, sum(correct) AS \"right, all\", 'a \"b\"' AS t, NULL FROM epochs GROUP BY 1";
    CHECK(query(folder, {sql, "--rows", "2"}).out ==
          "epoch  right, all  t      NULL\n"
          "    1           2  a \"b\"\n"
          "    2           3  a \"b\"\n"
          "(the first 2 rows)\n");
    CHECK(query(folder, {sql, "--csv"}).out ==
          "epoch,\"right, all\",t,NULL\n"
          "1,2,\"a \"\"b\"\"\",\n2,3,\"a \"\"b\"\"\",\n5,3,\"a \"\"b\"\"\",\n");
    CHECK(query(folder, {sql, "--json", "--rows", "1"}).out ==
          "{\"epoch\":1,\"right, all\":2,\"t\":\"a \\\"b\\\"\",\"NULL\":null}\n");
    const std::string file = folder.beside("rows.csv");
    CHECK(query(folder, {"SELECT 1 AS one", "--csv", "--out", file}).out.empty());
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    CHECK(text.str() == "one\n1\n");
}

TEST_CASE("a wrong query is shown with its place", "[cli]") {
    const SmallFolder folder;
    const Outcome outcome = query(folder, {"lable = '右' AND x > 1"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("  lable = '右' AND x > 1\n  ^\n"));
    CHECK_THAT(outcome.err, contains("query: there is no column lable; did you mean label?"));
    CHECK_THAT(query(folder, {"label = '右' AND (size > 1)"}).err,
               contains("  label = '右' AND (size > 1)\n                    ^\n"));
    CHECK(query(folder, {"DROP TABLE samples"}).code == 2);
    CHECK(query(folder, {"SELECT 1", "--csv", "--json"}).code == 2);
}

TEST_CASE("export draws only the samples of --where", "[cli]") {
    const SmallFolder folder;
    const std::string out = folder.beside("frames");
    const auto frames = [&](const std::string& where) {
        return call({"export", folder.path(), "--out", out, "--size", "64x48", "--where", where});
    };
    CHECK(frames("label = 'right'").code == 0);
    CHECK(std::filesystem::exists(out + "/frame_00003.png"));
    const Outcome none = frames("sample > 7");
    CHECK(none.code == 2);
    CHECK_THAT(none.err, contains("--where: holds for no sample of small"));
    CHECK_THAT(frames("siez > 7").err, contains("  siez > 7\n  ^\n"));
}
