#include "support/catch.h"

#include <epochscope/model/option.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

using namespace epochscope;
using Catch::Matchers::Equals;

namespace {

struct Values {
    std::size_t count = 3;
    std::optional<double> fraction;
    std::optional<std::string> title;
    std::string style = "plain";
    std::vector<std::string> files;
};

}  // namespace

TEST_CASE("an option that may have no value has an empty text until it is set") {
    Values values;
    const Option fraction{.id = "fraction", .value = &values.fraction, .range = {0, 1}};
    CHECK(text_of(fraction).empty());
    CHECK_THAT(set_option(fraction, "2"), Equals("is \"2\", expected 0 to 1"));
    CHECK_THAT(set_option(fraction, ""), Equals("is \"\", expected 0 to 1"));
    CHECK_FALSE(values.fraction);
    CHECK(set_option(fraction, "0.25").empty());
    CHECK(values.fraction == 0.25);
    CHECK(text_of(fraction) == "0.25");

    const Option title{.id = "title", .value = &values.title};
    CHECK(set_option(title, "").empty());
    CHECK(values.title == "");
}

TEST_CASE("a text with choices is one of them, and keeps its value otherwise") {
    Values values;
    const Option style{.id = "style", .value = &values.style, .choices = {"plain", "bold"}};
    CHECK_THAT(set_option(style, "big"), Equals("is \"big\", expected plain or bold"));
    CHECK(values.style == "plain");
    CHECK(set_option(style, "bold").empty());
    CHECK(values.style == "bold");
}

TEST_CASE("a list gets an entry each time it is set") {
    Values values;
    const Option files{.id = "files", .value = &values.files};
    for (const char* file : {"a", "b c"}) CHECK(set_option(files, file).empty());
    CHECK(values.files == std::vector<std::string>{"a", "b c"});
    CHECK(text_of(files) == "a,b c");
}

TEST_CASE("a number out of its range is refused with the range, written short") {
    Values values;
    const Option count{.id = "count", .value = &values.count, .range = {1, 1e30}};
    CHECK_THAT(set_option(count, "0"), Equals("is \"0\", expected 1 to 1e30"));
    CHECK_THAT(set_option(count, "1.5"), Equals("is \"1.5\", expected 1 to 1e30"));
    CHECK(values.count == 3);
}
