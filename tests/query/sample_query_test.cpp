#include "query/samples.h"
#include "support/catch.h"

#include <epochscope/query/sample_query.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Samples = std::vector<std::size_t>;

SampleQuery usual() {
    return SampleQuery(six_samples(
        {Column::of_texts("text", "a Sofaein stuhl沙发很大ÉTÉnone", {6, 15, 27, 32, 32, 36}),
         Column::of_whole("size", ColumnType::whole, {3, 1, Column::missing, 7, 9, 2}),
         Column::of_real("ratio", {0.5, std::nan(""), INFINITY, -INFINITY, -0.0, 1e300}),
         Column::of_whole(
             "made", ColumnType::date,
             {*parse_date("2024-05-01"), *parse_date("2024-05-01 12:30:00"), Column::missing,
              *parse_date("2023-12-31"), 0, *parse_date("2025-01-01")}),
         Column::of_whole("seen", ColumnType::truth, {1, 0, 1, Column::missing, 0, 1}),
         Column::of_categories("select", {0, 1, 0, -1, 1, 0}, {"yes", "no"}),
         Column::of_whole("two words", ColumnType::whole, {1, 2, 3, 4, 5, 6})}));
}

/// The fault of a condition, with a caret below its place.
std::string fault_of(const SampleQuery& query, const std::string& condition) {
    try {
        static_cast<void>(query.where(condition));
    } catch (const QueryError& error) {
        return std::to_string(error.offset()) + ": " + error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a condition chooses samples", "[query]") {
    const SampleQuery query = usual();
    CHECK(query.where("label = 'cat'") == Samples{0, 4});
    CHECK(query.where("label = 'cat' AND prediction_at(5) = 'dog'") == Samples{4});
    CHECK(query.where("label = 'it''s'") == Samples{3});
    CHECK(query.where("correct_at(2)") == Samples{0, 1, 2, 3, 4, 5});
    CHECK(query.where("PREDICTION_AT ( 5 ) IS NULL") == Samples{5});
    CHECK(query.where("size > 2 ORDER BY size DESC LIMIT 2") == Samples{4, 3});
    CHECK(query.where("size IS NULL") == Samples{2});
    CHECK(query.where("ratio IS NULL") == Samples{1});
    CHECK(query.where("ratio > 1e308") == Samples{2});
    CHECK(query.where("ratio < 0") == Samples{3});
    CHECK(query.where("made >= '2024-05-01'") == Samples{0, 1, 5});
    CHECK(query.where("made = '2024-05-01 12:30:00'") == Samples{1});
    CHECK(query.where("seen") == Samples{0, 2, 5});
    CHECK(query.where("seen = FALSE") == Samples{1, 4});
    CHECK(query.where("\"select\" = 'yes' AND [two words] > 1") == Samples{2, 5});
    CHECK(query.where("text LIKE '%sofa'") == Samples{0});
    CHECK(query.where("text LIKE '%été%'") == Samples{3});
    CHECK(query.where("text LIKE '沙发__'") == Samples{2});
    CHECK(query.where("text IS NULL") == Samples{4});
    CHECK(query.where("sample = 5 OR sample = 1 LIMIT 1") == Samples{1});
    CHECK(query.where("sample BETWEEN 1.5 AND '3'") == Samples{2, 3});
    CHECK(query.where("") == Samples{0, 1, 2, 3, 4, 5});
    CHECK(query.where("ORDER BY size DESC LIMIT 1") == Samples{4});
    CHECK(query.where("size > 2 -- all large ones") == Samples{0, 3, 4});
    CHECK(query.where("sample IN (SELECT sample FROM epochs WHERE epoch = 5 AND correct = 0)") ==
          Samples{2, 4});
}

TEST_CASE("a fault of a condition has a place and says what is meant", "[query]") {
    const SampleQuery query = usual();
    CHECK(fault_of(query, "prediction_at(2) = 'cat' AND siez > 3") ==
          "29: there is no column siez; did you mean size?");
    CHECK(fault_of(query, "size >") == "6: something is missing at the end");
    CHECK(fault_of(query, "size > 'a") == "7: the quote is not closed");
    CHECK(fault_of(query, "prediction_at(3) = 'cat'") ==
          "14: there is no epoch 3; the nearest are 2 and 5");
    CHECK(fault_of(query, "correct_at(6)") == "11: there is no epoch 6; the last is 5");
    CHECK(fault_of(query, "correct_at(-1)") == "11: there is no epoch -1; the first is 1");
    CHECK(fault_of(query, "correct_at(99999999999999999999)") ==
          "11: there is no epoch 99999999999999999999; the last is 5");
    CHECK(fault_of(query, "correct") ==
          "0: there is no column correct; did you mean correct_at(5)?");
    CHECK(fault_of(query, "epoch > 3") == "0: there is no column epoch; the table epochs has one");
    CHECK(fault_of(query, "1 GROUP BY label") ==
          "2: a condition has no GROUP BY or HAVING; a whole SELECT may have one");
    CHECK(fault_of(query, "size IN (SELECT max(size) FROM samples GROUP BY label)") == "none");
    for (const std::string parameter : {"?", "?1", ":name", "@name", "$name"})
        CHECK(fault_of(query, "size > " + parameter) ==
              "7: a query has no parameters; the value itself is expected here");
    for (const std::string open : {"\"a", "[a", "`a", "x'12"})
        CHECK(fault_of(query, "size > " + open) == "7: the quote is not closed");
    for (const std::string text : {"size > x'1", "size >", "size > #", "size > 1e", "(size", "NOT",
                                   "1 LIMIT", "1 LIMIT size", "max(size) > 1", "size IN (1",
                                   "size > (SELECT", "CASE WHEN size", "'a' < 'b' COLLATE none"}) {
        const std::string fault = fault_of(query, text);
        CHECK(fault != "none");
        CHECK(fault.find("ORDER") == std::string::npos);
    }
    CHECK(fault_of(query, "x_at(size) > 1") == "5: x_at takes the number of an epoch: x_at(5)");
    CHECK(fault_of(query, "1 LIMIT size") == "8: the column size cannot be used here");
    CHECK(fault_of(query, "size ! 3") == "5: \"!\" is not understood");
    CHECK(fault_of(query, "size 3") == "5: 3 is not expected here");
    CHECK(fault_of(query, "label = \"dog\"") ==
          "8: there is no column dog; a text stands in single quotes");
    CHECK(fault_of(query, "abz(size) = 1") == "0: there is no function abz; did you mean abs?");
    CHECK(fault_of(query, "1; DROP TABLE samples") == "1: only one condition can be asked");
    CHECK(fault_of(query, "1) OR (1") == "1: a bracket closes that was not opened");
}

TEST_CASE("words are told from conditions", "[query]") {
    const auto columns = usual();
    for (const std::string_view condition :
         {"label = 'cat'", "size>3", "label LIKE 'a%'", "\"two words\" < 3", "3 < size",
          "size IS NOT NULL", "prediction_at(5) = 'cat'", "correct_at(5)", "label IN ('a')",
          "size BETWEEN 1 AND 3", "size >", "siez > 2", "siez=-2", "lable = 'cat'",
          "length(text) > 3", "order by size"})
        CHECK(is_condition(condition, columns.columns()));
    for (const std::string_view words : {"", "cat", "label", "a = b", "size in inches", "size not",
                                         "is label", "what's up", "label like that", "order by"})
        CHECK_FALSE(is_condition(words, columns.columns()));
}

TEST_CASE("words are found in ids and texts of any script", "[query]") {
    const auto query = usual();
    const SampleColumns& columns = query.columns();
    CHECK(find_words(columns, "SOFA") == Samples{0});
    CHECK(find_words(columns, "sofa a") == Samples{0});
    CHECK(find_words(columns, "沙发") == Samples{2});
    for (const std::string_view words : {"été", "ÉTÉ", "ÉtÉ", "é"})
        CHECK(find_words(columns, words) == Samples{3});
    CHECK(find_words(columns, "è").empty());
    CHECK(find_words(columns, "dog") == Samples{1, 2, 5});
    CHECK(find_words(columns, "no") == Samples{1, 4, 5});
    CHECK(find_words(columns, "sofa stuhl").empty());
    CHECK(find_words(columns, " ").empty());
}

TEST_CASE("words are found whatever their case, in every script that has two", "[query]") {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    // Long enough that whole blocks are looked at at once.
    const std::string filling(100, '-');
    for (const std::string text :
         {"Дом под горой", "ДОМ", "дома", "Ѐлка", "ΨΥΧΉ", "ψυχή", "ÿ", "Ÿ", "Ⱥ", "ⱥ", "ſofa"}) {
        bytes += filling + text;
        ends.push_back(bytes.size());
    }
    const std::size_t count = ends.size();
    std::vector<EpochColumns> epochs(1);
    epochs[0].positions.resize(count);
    Dataset dataset{.series = make_series({.names = {"a"}, .colours = {}},
                                          std::vector<std::int32_t>(count, 0), std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = {},
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(
        Metadata{{Column::of_texts("text", std::move(bytes), std::move(ends))}});
    const SampleColumns columns(std::make_shared<const Dataset>(std::move(dataset)));
    CHECK(find_words(columns, "дом") == Samples{0, 1, 2});
    CHECK(find_words(columns, "ДОМ под") == Samples{0});
    // Bytes of one case and the other are no character of either.
    CHECK(find_words(columns, "р") == Samples{0});
    CHECK(find_words(columns, "ψυχή") == Samples{4, 5});
    CHECK(find_words(columns, "ÿ") == Samples{6, 7});
    // Of another length in the other case.
    CHECK(find_words(columns, "ⱥ") == Samples{8, 9});
    CHECK(find_words(columns, "sofa").empty());
}

TEST_CASE("an unfinished condition is completed", "[query]") {
    const auto query = usual();
    const SampleColumns& columns = query.columns();
    const auto first = [&](std::string_view text) {
        const Completion completion = complete(columns, text);
        return completion.choices.empty() ? "" : completion.choices.front();
    };
    CHECK(first("la") == "label");
    CHECK(first("label = ") == "'dog'");
    CHECK(first("label = 'c") == "'cat'");
    CHECK(complete(columns, "label = 'c").typed == 2);
    CHECK(first("label IN ('cat', 'i") == "'it''s'");
    CHECK(first("prediction_") == "prediction_at(");
    CHECK(first("prediction_at(") == "1)");
    CHECK(first("prediction_at(5) = ") == "'cat'");
    CHECK(first("two") == "\"two words\"");
    CHECK(first("sel") == "\"select\"");
    CHECK(first("size > 3 ord") == "ORDER BY ");
    CHECK(first("size > 3 a") == "AND ");
    CHECK(complete(columns, "", 3).choices.size() == 3);
}

TEST_CASE("a prediction of a sample without a label is neither correct nor wrong", "[query]") {
    std::vector<EpochColumns> epochs(1);
    epochs[0].number = 3;
    epochs[0].positions = {{0, 0}, {1, 1}, {2, 2}};
    epochs[0].predictions = {0, 1, 0};
    auto dataset = std::make_shared<Dataset>(Dataset{
        .series =
            make_series({.names = {"cat", "dog"}, .colours = {}}, {0, -1, 1}, std::move(epochs)),
        .backgrounds = nullptr,
        .name = "some",
        .path = {},
        .format = {},
        .warnings = {}});
    const auto columns = std::make_shared<const SampleColumns>(std::move(dataset));
    CHECK(columns->column("correct_at(3)").is_missing(1));
    CHECK(columns->column("correct_at(3)").words(2) == "false");
    const SampleQuery query(columns);
    using Samples = std::vector<std::size_t>;
    CHECK(query.where("correct_at(3) IS NULL", {}) == Samples{1});
    CHECK(query.where("sample IN (SELECT sample FROM epochs WHERE correct IS NULL)", {}) ==
          Samples{1});
    CHECK(query.where("NOT correct_at(3)", {}) == Samples{2});
}
