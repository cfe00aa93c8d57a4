#include "query/generated_query.h"
#include "query/plain_table.h"
#include "support/catch.h"

#include <epochscope/compute/random.h>
#include <epochscope/query/sample_query.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr std::size_t sample_count = 9000;

/// Values of every kind, in which those that are special are frequent.
class Values {
  public:
    std::vector<Column> metadata() {
        return {
            texts(),
            whole("size", ColumnType::whole,
                  {0, 1, 3, 7, -2, 9007199254740993, 9007199254740992, INT64_MAX, Column::missing}),
            real("ratio", {0, -0.0, 0.5, 7.5, 1e300, INFINITY, -INFINITY, NAN, 3}),
            whole("made", ColumnType::date,
                  {0, *parse_date("2024-05-01"), *parse_date("2024-05-01 12:30:00"),
                   *parse_date("2024-05-02"), -99'999'999'999, 999'999'999'999, Column::missing}),
            whole("seen", ColumnType::truth, {0, 1, Column::missing}),
            categories(),
            whole("two words", ColumnType::whole, {1, 2, 3, 4, 5}),
            halves()};
    }
    std::size_t below(std::size_t count) { return random_.below(count); }

  private:
    Column texts() {
        std::string bytes;
        std::vector<std::uint64_t> ends;
        for (std::size_t i = 0; i < sample_count; ++i) {
            if (below(5) > 0) bytes += "text " + std::to_string(below(40));
            ends.push_back(bytes.size());
        }
        return Column::of_texts("text", std::move(bytes), std::move(ends));
    }
    Column whole(std::string name, ColumnType type, const std::vector<std::int64_t>& choices) {
        std::vector<std::int64_t> values(sample_count);
        for (std::int64_t& value : values) value = choices[below(choices.size())];
        return Column::of_whole(std::move(name), type, std::move(values));
    }
    Column real(std::string name, const std::vector<double>& choices) {
        std::vector<double> values(sample_count);
        for (double& value : values) value = choices[below(choices.size())];
        return Column::of_real(std::move(name), std::move(values));
    }
    Column categories() {
        std::vector<std::int32_t> codes(sample_count);
        for (std::int32_t& code : codes) code = static_cast<std::int32_t>(below(4)) - 1;
        return Column::of_categories("select", std::move(codes), {"yes", "no", "5"});
    }
    Column halves() {
        const auto values = std::make_shared<std::vector<float>>(sample_count);
        for (float& value : *values) value = 0.5F * static_cast<float>(below(20));
        return {"half", ColumnType::real, std::span<const float>(*values), values};
    }

    RandomGenerator random_{7};
};

std::shared_ptr<const SampleColumns> many_samples() {
    Values values;
    std::vector<EpochColumns> epochs(3);
    std::vector<std::int32_t> labels(sample_count);
    for (std::int32_t& label : labels) label = static_cast<std::int32_t>(values.below(3));
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = std::array<std::int64_t, 3>{1, 2, 5}[e];
        for (std::size_t i = 0; i < sample_count; ++i) {
            epochs[e].positions.push_back(
                {static_cast<float>(values.below(9)), static_cast<float>(i)});
            epochs[e].predictions.push_back(static_cast<std::int32_t>(values.below(4)) - 1);
            epochs[e].confidence.push_back(static_cast<float>(values.below(1000)) / 1000);
        }
    }
    Dataset dataset{.series = make_series({.names = {"cat", "dog", "it's"}, .colours = {}},
                                          std::move(labels), std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = "many",
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(Metadata{values.metadata()});
    return std::make_shared<const SampleColumns>(
        std::make_shared<const Dataset>(std::move(dataset)));
}

/// The braces around columns of epochs replaced.
std::string with_braces(const std::string& sql, std::string_view replacement) {
    std::string result;
    for (const char c : sql)
        if (c == '{' || c == '}')
            result += replacement;
        else
            result += c;
    return result;
}

std::vector<std::string> rows_of(const SampleQuery& query, const std::string& sql) {
    std::vector<std::string> rows;
    query.select(sql, {.head = {}, .row = [&](std::span<const QueryValue> row) {
                           rows.push_back(row_words(row));
                           return true;
                       }});
    return rows;
}

}  // namespace

TEST_CASE("generated queries have the rows that a plain table of SQLite gives", "[query]") {
    const auto columns = many_samples();
    const SampleQuery query(columns);
    constexpr std::array<std::string_view, 4> epoch_columns{"prediction_at(2)", "confidence_at(5)",
                                                            "correct_at(1)", "x_at(5)"};
    const PlainTables plain(*columns, epoch_columns);
    GeneratedQuery generated(18);
    std::size_t all = 0;
    for (int i = 0; i < 200; ++i) {
        const std::string sql = generated.select();
        INFO(sql);
        const auto rows = rows_of(query, with_braces(sql, ""));
        const auto wanted = plain.rows(with_braces(sql, "\""));
        all += rows.size();
        REQUIRE(rows.size() == wanted.size());
        REQUIRE(rows == wanted);
    }
    CHECK(all > 10'000);
}

TEST_CASE("queries run at the same time and give the same", "[query]") {
    const SampleQuery query(many_samples());
    const std::string condition = "size > 2 AND text LIKE '%1%' AND suspicion > 0.3";
    const std::vector<std::size_t> once = query.where(condition);
    CHECK(once.size() > 100);
    std::array<std::vector<std::size_t>, 4> found;
    {
        // Of columns that none has made yet.
        const SampleQuery fresh(many_samples());
        std::vector<std::jthread> threads;
        for (auto& samples : found) threads.emplace_back([&] { samples = fresh.where(condition); });
    }
    for (const auto& samples : found) CHECK(samples == once);
}
