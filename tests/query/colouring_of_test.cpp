#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/query/colouring_of.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

using Codes = std::vector<std::int32_t>;
using Names = std::vector<std::string>;

constexpr std::int64_t none = Column::missing;

Column texts(const Names& values) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& value : values) {
        bytes += value;
        ends.push_back(bytes.size());
    }
    return Column::of_texts("texts", bytes, ends);
}

Column whole(std::vector<std::int64_t> values) {
    return Column::of_whole("whole", ColumnType::whole, std::move(values));
}

}  // namespace

TEST_CASE("texts are categories, the most frequent first", "[query]") {
    const Names values{"b", "a", "b", "", "c", "b", "c"};
    const Colouring colouring = colouring_of(texts(values));
    CHECK(colouring.title == "texts");
    CHECK(colouring.names == Names{"b", "c", "a"});
    CHECK(colouring.codes == Codes{0, 2, 0, -1, 1, 0, 1});
    CHECK(colouring.colours.size() == 3);
    CHECK(colouring.colours[0] != colouring.colours[1]);
    CHECK(colouring.missing_name == "missing");
    // The same of codes, with words that no sample has.
    const Colouring coded =
        colouring_of(Column::of_categories("texts", {2, 1, 2, -1, 3, 2, 3}, {"z", "a", "b", "c"}));
    CHECK(coded == colouring);
    CHECK(colouring_of(texts({"a", "b"})).missing_name.empty());
}

TEST_CASE("the rarest of many texts have one colour together", "[query]") {
    Names values;
    for (int i = 0; i < 60; ++i)
        for (int k = 0; k < (i < 49 ? 2 : 1); ++k) values.push_back("value " + std::to_string(i));
    values.insert(values.end(), 5, "value 59");
    const Colouring colouring = colouring_of(texts(values));
    REQUIRE(colouring.names.size() == 50);
    CHECK(colouring.colours.size() == 50);
    CHECK(colouring.names.front() == "value 59");
    CHECK(colouring.names.back() == "other (11)");
    CHECK(colouring.codes.back() == 0);
    CHECK(colouring.codes[98] == 49);
    // As many texts as samples are no categories.
    Names different;
    for (std::size_t i = 0; i <= max_texts; ++i) different.push_back(std::to_string(i));
    CHECK_THROWS_AS(colouring_of(texts(different)), Error);
}

TEST_CASE("categories that are classes have their colours", "[query]") {
    const Names names{"cat", "dog", "eel"};
    const std::vector<Colour> colours{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    ColouringOptions options;
    options.class_names = names;
    options.class_colours = colours;
    const Colouring colouring = colouring_of(texts({"eel", "cat", "eel"}), options);
    CHECK(colouring.names == names);
    CHECK(colouring.colours == colours);
    CHECK(colouring.codes == Codes{2, 0, 2});
    CHECK(colouring_of(texts({"eel", "fox"}), options).names == Names{"eel", "fox"});
}

TEST_CASE("few whole numbers are categories in their order", "[query]") {
    const Colouring colouring = colouring_of(whole({3, 1, 3, none, 2}));
    CHECK(colouring.names == Names{"1", "2", "3"});
    CHECK(colouring.codes == Codes{2, 0, 2, -1, 1});
    ColouringOptions options;
    options.scale = ColourScale::numbers;
    const Colouring numbers = colouring_of(whole({3, 1, 3, none, 2}), options);
    CHECK_FALSE(numbers.is_categorical());
    CHECK(numbers.codes == Codes{255, 0, 255, -1, 128});
    std::vector<std::int64_t> thirteen;
    for (std::int64_t i = 0; i < 13; ++i) thirteen.push_back(i);
    CHECK_FALSE(colouring_of(whole(thirteen)).is_categorical());
    options.scale = ColourScale::categories;
    CHECK(colouring_of(whole(thirteen), options).names.size() == 13);
    const Colouring truth =
        colouring_of(Column::of_whole("truth", ColumnType::truth, {1, 0, none}));
    CHECK(truth.names == Names{"false", "true"});
    CHECK(truth.codes == Codes{1, 0, -1});
}

TEST_CASE("numbers are coloured evenly over their range", "[query]") {
    const double nan = std::nan("");
    const double infinity = std::numeric_limits<double>::infinity();
    const Column column = Column::of_real("x", {0, 10, 5, nan, infinity, -infinity, 2.5});
    const Colouring colouring = colouring_of(column);
    CHECK(colouring.min == 0);
    CHECK(colouring.max == 10);
    CHECK(colouring.colours.size() == 256);
    CHECK(colouring.codes == Codes{0, 255, 128, -1, 255, 0, 64});
    ColouringOptions options;
    options.max = 5;
    CHECK(colouring_of(column, options).codes == Codes{0, 255, 255, -1, 255, 0, 128});
    options.min = 20;
    CHECK(colouring_of(column, options).min == 20);
    // One value, and none.
    CHECK(colouring_of(Column::of_real("x", {7, 7})).codes == Codes{127, 127});
    CHECK(colouring_of(Column::of_real("x", {nan, nan})).codes == Codes{-1, -1});
    CHECK(colouring_of(Column::of_real("x", {})).codes.empty());
}

TEST_CASE("numbers are coloured by logarithms where that is possible", "[query]") {
    ColouringOptions options;
    options.is_log = true;
    const Colouring colouring = colouring_of(Column::of_real("x", {1, 100, 10}), options);
    CHECK(colouring.is_log);
    CHECK(colouring.codes == Codes{0, 255, 128});
    const Column with_zero = Column::of_real("x", {0, 100, 10});
    CHECK_FALSE(colouring_of(with_zero, options).is_log);
    options.min = 1;
    CHECK(colouring_of(with_zero, options).is_log);
    CHECK(colouring_of(with_zero, options).codes == Codes{0, 255, 128});
}

TEST_CASE("a robust range leaves out what lies far off", "[query]") {
    std::vector<double> values;
    for (int i = 0; i <= 1000; ++i) values.push_back(i);
    values.front() = -1e9;
    values.back() = 1e9;
    ColouringOptions options;
    options.is_robust = true;
    const Colouring colouring = colouring_of(Column::of_real("x", values), options);
    CHECK(colouring.min == 20);
    CHECK(colouring.max == 980);
    CHECK(colouring.codes.front() == 0);
    CHECK(colouring.codes.back() == 255);
}

TEST_CASE("dates are numbers with dates at the bar", "[query]") {
    const Colouring colouring =
        colouring_of(Column::of_whole("date", ColumnType::date, {1714521600, 1716940800, none}));
    CHECK(colouring.unit == ColourUnit::date);
    CHECK(colouring.min == 1714521600);
    CHECK(colouring.codes == Codes{0, 255, -1});
}

TEST_CASE("colours do not depend on how many samples there are at once", "[query]") {
    // Several chunks and threads, against one sample after another.
    constexpr std::size_t count = 300000;
    Names values;
    std::vector<double> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back("v" + std::to_string((i * i + i / 7) % 5));
        numbers.push_back(static_cast<double>(i % 1009));
    }
    const Colouring colouring = colouring_of(texts(values));
    const Colouring by_number = colouring_of(Column::of_real("x", numbers));
    bool same = true;
    for (std::size_t i = 0; i < count; ++i) {
        const auto code = static_cast<std::size_t>(colouring.codes[i]);
        same = same && colouring.names[code] == values[i];
        const double exact = numbers[i] / 1008 * 255;
        same = same && std::abs(by_number.codes[i] - exact) <= 0.5 + 1e-9;
    }
    CHECK(same);
}
