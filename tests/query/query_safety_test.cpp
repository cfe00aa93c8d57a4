#include "query/samples.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/query/sample_query.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

SampleQuery plain() { return SampleQuery(six_samples({})); }

void ask(const SampleQuery& query, std::string_view sql, const Job& job = {}) {
    query.select(sql, {}, job);
}

}  // namespace

TEST_CASE("a query can only read the two tables", "[query]") {
    const SampleQuery query = plain();
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "other.db").string();
    for (const std::string& sql : {
             "ATTACH '" + file + "' AS other",
             "VACUUM INTO '" + file + "'",
             std::string("PRAGMA table_list"),
             std::string("CREATE TABLE t(a)"),
             std::string("CREATE TEMP TABLE t AS SELECT * FROM samples"),
             std::string("INSERT INTO samples(sample) VALUES(7)"),
             std::string("WITH a AS (SELECT 1) DELETE FROM samples"),
             std::string("WITH a AS (SELECT 1) UPDATE samples SET label = 'x'"),
             std::string("DROP TABLE samples"),
             std::string("BEGIN"),
             std::string("EXPLAIN SELECT 1"),
             std::string("SELECT load_extension('x')"),
             std::string("SELECT readfile('/etc/passwd')"),
             std::string("SELECT writefile('x', 'y')"),
             std::string("SELECT sqlite_version()"),
             std::string("SELECT fts3_tokenizer('simple')"),
             std::string("SELECT * FROM sqlite_master"),
             std::string("SELECT * FROM pragma_database_list"),
             std::string("SELECT * FROM pragma_function_list"),
             std::string("SELECT * FROM dbstat"),
             std::string("SELECT 1; SELECT 2"),
             std::string("SELECT ?"),
             std::string(""),
             std::string("-- nothing"),
         }) {
        INFO(sql);
        CHECK_THROWS_AS(ask(query, sql), QueryError);
    }
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_NOTHROW(ask(query, "WITH c AS (SELECT label FROM samples) SELECT count(*) FROM c"));
    CHECK_NOTHROW(ask(query, "SELECT sample, (SELECT count(*) FROM epochs) FROM samples;"));
    CHECK_NOTHROW(ask(query, "VALUES (1)"));
}

TEST_CASE("conditions cannot become other queries", "[query]") {
    const SampleQuery query = plain();
    for (const std::string_view condition :
         {"1 UNION SELECT 7", "1 EXCEPT SELECT 1", "1) UNION SELECT (7", "SELECT 1", "1; SELECT 1"})
        CHECK_THROWS_AS(static_cast<void>(query.where(condition)), QueryError);
}

TEST_CASE("a query that never ends is stopped", "[query]") {
    const SampleQuery query = plain();
    for (const std::string_view sql :
         {"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c",
          "SELECT count(*) FROM epochs a, epochs b, epochs c, epochs d, epochs e, epochs f, "
          "epochs g, epochs h"}) {
        std::stop_source stop;
        const std::jthread stopping([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            stop.request_stop();
        });
        CHECK_THROWS_AS(ask(query, sql, {.progress = {}, .stop = stop.get_token()}), Cancelled);
    }
}

TEST_CASE("a query that was stopped before it began does nothing", "[query]") {
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(static_cast<void>(
                        plain().where("suspicion > 0", {.progress = {}, .stop = stop.get_token()})),
                    Cancelled);
}

TEST_CASE("texts cannot be doubled until they fill the memory", "[query]") {
    try {
        ask(plain(),
            "WITH RECURSIVE c(t) AS (SELECT 'abcd' UNION ALL SELECT t || t FROM c) "
            "SELECT max(length(t)) FROM c");
        FAIL("an endless query has ended");
    } catch (const QueryError& error) {
        CHECK(error.what() == std::string("a text is longer than 16 MiB"));
    }
    CHECK_NOTHROW(ask(plain(), "SELECT length(printf('%.*c', 1000000, 'a'))"));
}

TEST_CASE("patterns with many wildcards take no longer", "[query]") {
    const SampleQuery query = plain();
    std::string pattern;
    for (int i = 0; i < 40; ++i) pattern += "%a";
    // What would take a time of many orders of magnitude is stopped, and fails.
    std::stop_source stop;
    const std::jthread patience([&](const std::stop_token& end) {
        for (int i = 0; i < 600 && !end.stop_requested(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    std::int64_t is_like = -1;
    query.select("SELECT printf('%.*c', 3000, 'a') LIKE '" + pattern + "%b'",
                 {.head = {},
                  .row =
                      [&](std::span<const QueryValue> row) {
                          is_like = std::get<std::int64_t>(row[0]);
                          return true;
                      }},
                 {.progress = {}, .stop = stop.get_token()});
    CHECK(is_like == 0);
}

TEST_CASE("names that differ by case, or are called like others, are columns of their own",
          "[query]") {
    const auto of = [](std::string name) {
        return Column::of_whole(std::move(name), ColumnType::whole, {1, 2, 3, 4, 5, 6});
    };
    const SampleQuery query(
        six_samples({of("Size"), of("size"), of("LABEL"), of("x_at(5)"), of("a\"b"), of("")}));
    CHECK(query.where("Size = 2 AND meta_size = 2 AND meta_LABEL = 2") ==
          std::vector<std::size_t>{1});
    CHECK(query.where("\"meta_x_at(5)\" = 3 AND x_at(5) = 2 AND \"a\"\"b\" = 3") ==
          std::vector<std::size_t>{2});
}
