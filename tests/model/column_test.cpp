#include "support/catch.h"

#include <epochscope/model/column.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

using namespace epochscope;

TEST_CASE("columns say their values in words, and what is missing", "[model]") {
    const Column whole =
        Column::of_whole("n", ColumnType::whole, {7, Column::missing, 9'007'199'254'740'993});
    CHECK(whole.size() == 3);
    CHECK(whole.words(0) == "7");
    CHECK(whole.is_missing(1));
    CHECK(whole.words(1).empty());
    CHECK(whole.words(2) == "9007199254740993");
    CHECK(std::isnan(whole.number(1)));
    const Column real = Column::of_real("r", {0.1, std::nan(""), 1e300});
    CHECK(real.words(0) == "0.1");
    CHECK(real.is_missing(1));
    CHECK(real.words(2) == "1e+300");
    const std::vector<float> singles{0.1F};
    CHECK(Column("f", ColumnType::real, std::span<const float>(singles), nullptr).words(0) ==
          "0.1");
    const Column truth = Column::of_whole("t", ColumnType::truth, {1, 0});
    CHECK(truth.words(0) == "true");
    CHECK(truth.words(1) == "false");
}

TEST_CASE("texts and categories of a column are texts", "[model]") {
    const Column texts = Column::of_texts("text", "onezwei", {3, 3, 7});
    CHECK(texts.text(0) == "one");
    CHECK(texts.is_missing(1));
    CHECK(texts.text(2) == "zwei");
    CHECK(std::isnan(texts.number(0)));
    const Column categories = Column::of_categories("split", {1, -1, 0}, {"train", "test"});
    CHECK(categories.size() == 3);
    CHECK(categories.words(0) == "test");
    CHECK(categories.is_missing(1));
    CHECK(categories.renamed("other").text(2) == "train");
}

TEST_CASE("a column whose type does not fit its values is an error", "[model]") {
    CHECK_THROWS_AS(Column::of_whole("a", ColumnType::text, {1}), Error);
    CHECK_THROWS_AS(Column::of_whole("a", ColumnType::real, {1}), Error);
}

TEST_CASE("dates are read and written in the form of ISO 8601", "[model]") {
    CHECK(parse_date("1970-01-02") == 86'400);
    CHECK(parse_date("2024-02-29") == 1'709'164'800);
    CHECK(parse_date("2024-02-29 12:30") == 1'709'209'800);
    CHECK(parse_date("2024-02-29T12:30:05.25Z") == 1'709'209'805);
    CHECK(parse_date("2024-02-29T12:30:05+02:00") == 1'709'202'605);
    for (const char* text : {"", "2024", "2024-02-30", "2024-13-01", "2024-02-29x", "2024-02-29T",
                             "2024-02-29 25:00", "24-02-29", "2024-02-29 12:30 +2"})
        CHECK_FALSE(parse_date(text));
    CHECK(date_words(1'709'164'800) == "2024-02-29");
    CHECK(date_words(1'709'209'805) == "2024-02-29 12:30:05");
    CHECK(date_words(-1) == "1969-12-31 23:59:59");
    CHECK(date_words(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
}
