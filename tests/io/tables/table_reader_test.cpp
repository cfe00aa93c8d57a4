#include "io/tables/table_reader.h"

#include "support/catch.h"

#include <epochscope/model/error.h>

using namespace epochscope;
using epochscope::tests::contains;

namespace {

using Row = std::vector<std::string>;

/// The names of the columns and the cells of the rows.
std::vector<Row> rows_of(std::string_view text, const TableStyle& style = {}) {
    TableReader reader("t.csv", text, style);
    std::vector<Row> rows;
    while (reader.next()) {
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < reader.names().size(); ++i) row.emplace_back(reader.text(i));
    }
    rows.insert(rows.begin(), reader.names());
    return rows;
}

}  // namespace

TEST_CASE("cells may be in quotes, with separators, ends of lines and quotes in them", "[io]") {
    const auto rows =
        rows_of("id,name\n1,\"a, b\"\n2,\"two\nlines\"\n3,\"say \"\"x\"\"\"\n4,5\" long\n");
    CHECK(rows == std::vector<Row>{{"id", "name"},
                                   {"1", "a, b"},
                                   {"2", "two\nlines"},
                                   {"3", "say \"x\""},
                                   {"4", "5\" long"}});
    // A quote that is never closed encloses nothing.
    CHECK(rows_of("a,b\n\"1,2\n3,4\n")[1] == Row{"\"1", "2"});
    // Lines are counted within quotes too.
    TableReader reader("t.csv", "a,b\n\"x\ny\",1\n2,3\n");
    REQUIRE((reader.next() && reader.next()));
    CHECK(reader.line() == 4);
}

TEST_CASE("what numpy writes is a table: blanks between numbers, names in a comment", "[io]") {
    CHECK(rows_of("1.5e+00 -2\n 3   4\n") ==
          std::vector<Row>{{"column 1", "column 2"}, {"1.5e+00", "-2"}, {"3", "4"}});
    CHECK(rows_of("# x,y\n1,2\n3,4\n") == std::vector<Row>{{"x", "y"}, {"1", "2"}, {"3", "4"}});
    CHECK(rows_of("# by numpy\n1,2\n")[0] == Row{"column 1", "column 2"});
}

TEST_CASE("objects have a column for each key", "[io]") {
    CHECK(rows_of("{\"a\": 1, \"b\": [1, 2]}\n\n{'b': None, 'c': \"x\\n\"}\n") ==
          std::vector<Row>{{"a", "b", "c"}, {"1", "[1, 2]"}, {"", "None", "x\n"}});
    CHECK(rows_of(" [\n {\"a\": 1},\n {\"a\": true}\n]\n") ==
          std::vector<Row>{{"a"}, {"1"}, {"true"}});
    CHECK(rows_of("[]").size() == 1);
    TableReader open("t.json", "[ \n");
    CHECK_FALSE(open.next());
    CHECK(open.is_cut());
    TableReader reader("t.jsonl", "{\"a\": 1}\n{\"a\": 2");
    CHECK(reader.next());
    CHECK_FALSE(reader.next());
    CHECK(reader.is_cut());
}

TEST_CASE("a style may be given", "[io]") {
    CHECK(rows_of("a, b\nc\n", {.separator = '\t', .has_names = false}) ==
          std::vector<Row>{{"column 1"}, {"a, b"}, {"c"}});
}

TEST_CASE("a line of nothing but separators ends at the limit of columns", "[io]") {
    const std::string separators(TableReader::max_columns + 5, ',');
    CHECK_THROWS_WITH(TableReader("t", separators + "\n"),
                      contains("t: line 1: has more than 10000 columns"));
    const std::string text = "a,b\n1,2\n" + separators + "\n";
    TableReader rows("t", text);
    CHECK(rows.next());
    CHECK_THROWS_WITH(rows.next(), contains("t: line 3: has more than 10000 columns"));
}

TEST_CASE("blanks separate cells behind a line of as many names", "[io]") {
    CHECK(rows_of("x y label\n1 2 dog\n 3   4.5 cat \n\n5 6 dog") ==
          std::vector<Row>{
              {"x", "y", "label"}, {"1", "2", "dog"}, {"3", "4.5", "cat"}, {"5", "6", "dog"}});
    // Sentences are one cell.
    CHECK(rows_of("a few words\nand two more\n") ==
          std::vector<Row>{{"a few words"}, {"and two more"}});
    CHECK(rows_of("long text\n1 2 3\n").front() == Row{"long text"});
}
