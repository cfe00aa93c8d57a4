#include "app/table/table_rows.h"

#include "app/table/table_columns.h"
#include "app/table/table_csv.h"
#include "gui/samples/support.h"

#include <epochscope/model/error.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::described;
using epochscope::tests::Samples;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::texts_of;

namespace {

using Rows = std::vector<std::uint32_t>;

Rows sorted(const Column& column, bool descending = false, Rows rows = {0, 1, 2, 3, 4}) {
    sort_by_column(rows, column, descending);
    return rows;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("Samples are sorted by any column, stably, the missing last") {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const Column reals = Column::of_real("r", {0.5, nan, -1, 0.5, nan});
    CHECK(sorted(reals) == Rows{2, 0, 3, 1, 4});
    CHECK(sorted(reals, true) == Rows{0, 3, 2, 1, 4});
    // Whole numbers that doubles do not tell apart.
    constexpr std::int64_t large = (std::int64_t{1} << 53U) + 1;
    const Column whole =
        Column::of_whole("w", ColumnType::whole, {large, large - 1, Column::missing, -3, large});
    CHECK(sorted(whole) == Rows{3, 1, 0, 4, 2});
    CHECK(sorted(whole, true) == Rows{0, 4, 1, 3, 2});
    const Column texts = texts_of("t", {"b", "", "a", "沙发", "b"});
    CHECK(sorted(texts) == Rows{2, 0, 4, 3, 1});
    CHECK(sorted(texts, true) == Rows{3, 0, 4, 2, 1});
    // One of the codes is no category.
    const Column categories = Column::of_categories("c", {0, 2, -1, 1, 7}, {"z", "m", "a"});
    CHECK(sorted(categories) == Rows{1, 3, 0, 2, 4});
    CHECK(sorted(categories, true) == Rows{0, 3, 1, 2, 4});
    CHECK(sorted(reals, false, {4, 3, 2}) == Rows{2, 3, 4});
}

TEST_CASE("The table lists what a filter and the picks leave, in the filter's order") {
    RowOrder order;
    order.columns = std::make_shared<const SampleColumns>(described());
    CHECK(table_rows(order) == Rows{0, 1, 2, 3});
    order.filtered = std::make_shared<const Samples>(Samples{3, 0, 2});
    CHECK(table_rows(order) == Rows{3, 0, 2});
    order.only = tests::picks(4, {1, 2, 3});
    CHECK(table_rows(order) == Rows{3, 2});
    order.only = tests::picks(4, {});
    CHECK(table_rows(order).empty());
    order.only = nullptr;
    order.sort_by = "size";
    CHECK(table_rows(order) == Rows{2, 3, 0});
    order.sort_by = "confidence_at(5)";
    order.descending = true;
    CHECK(table_rows(order) == Rows{0, 3, 2});
    order.sort_by = "nothing";
    CHECK_THROWS_AS(table_rows(order), Error);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(table_rows(order, {.progress = {}, .stop = stop.get_token()}), Cancelled);
}

TEST_CASE("The table has what is known, with headings for people") {
    const auto dataset = described();
    const SampleColumns known(dataset);
    const auto columns = table_columns(known);
    std::vector<std::string> names;
    for (const TableColumn& column : columns) {
        CAPTURE(column.name);
        names.push_back(column.name);
        CHECK_FALSE(column.heading.isEmpty());
        CHECK_FALSE(column.meaning.isEmpty());
        if (column.is_signal) CHECK_FALSE(column.heading.contains('_'));
    }
    REQUIRE(names.size() > 10);
    names.resize(10);
    CHECK(names == std::vector<std::string>{"sample", "id", "label", "prediction_at",
                                            "confidence_at", "text", "size", "flips",
                                            "first_correct", "suspicion"});
    CHECK(name_at(columns[3], dataset->series, 2) == "prediction_at(4)");
    CHECK(column_at(columns[3], known, 1)->text(2) == "a");
}

TEST_CASE("Values are shown short and whole") {
    const Column reals = Column::of_real("r", {1.0 / 3, std::nan(""), 2});
    CHECK(shown_words(reals, 0) == "0.3333");
    CHECK(whole_words(reals, 0).toDouble() == 1.0 / 3);
    CHECK(shown_words(reals, 1).isEmpty());
    CHECK(shown_words(reals, 2) == "2");
    const Column texts = texts_of("t", {"first\nsecond", std::string(100'000, 'x'), "沙发"});
    CHECK(shown_words(texts, 0) == "first");
    CHECK(whole_words(texts, 0) == "first\nsecond");
    CHECK(shown_words(texts, 1).size() == 201);
    CHECK(whole_words(texts, 1).size() == 2001);
    CHECK(shown_words(texts, 2) == "沙发");
}

TEST_CASE("A table is written as CSV, whole or not at all") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "table.csv";
    const std::vector<Column> columns{
        texts_of("text, whole", {"a \"b\", c", "", "line\nline"}),
        Column::of_real("real", {1.0 / 3, std::nan(""), 2}),
        Column::of_whole("day", ColumnType::date, {0, 1, Column::missing})};
    write_csv(file, columns, Rows{2, 0, 1});
    const std::string written = text_of(file);
    CHECK(written ==
          "\"text, whole\",real,day\r\n\"line\nline\",2,\r\n\"a \"\"b\"\", c\",0.3333333333333333,"
          "1970-01-01\r\n,,1970-01-01 00:00:01\r\n");
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(write_csv(file, columns, Rows{0}, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
    CHECK(text_of(file) == written);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
