#include "support/catch.h"

#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>

using namespace epochscope;
using tests::contains;
using Numbers = std::vector<std::int64_t>;

namespace {

/// One sample at epochs of these numbers.
EpochSeries series_of(const Numbers& numbers) {
    std::vector<EpochColumns> epochs;
    for (const std::int64_t number : numbers) {
        epochs.emplace_back().number = number;
        epochs.back().positions = {{}};
    }
    return make_series({.names = {"only"}, .colours = {}}, {0}, std::move(epochs));
}

}  // namespace

TEST_CASE("a list of epochs names numbers and ranges, in its own order", "[model]") {
    const EpochSeries series = series_of({-2, 0, 1, 2, 3, 4, 5, 6, 7, 9, INT64_MAX});
    CHECK(parse_epochs("7", series) == Numbers{7});
    CHECK(parse_epochs(" 4 .. 5 ,\t2 ", series) == Numbers{4, 5, 2});
    CHECK(parse_epochs("3,1,3", series) == Numbers{3, 1, 3});
    CHECK(parse_epochs("6..6", series) == Numbers{6});
    CHECK(parse_epochs("9223372036854775806..9223372036854775807", series) == Numbers{INT64_MAX});
}

TEST_CASE("a range of epochs takes those that exist", "[model]") {
    const EpochSeries series = series_of({-2, 0, 1, 3, 20});
    CHECK(parse_epochs("1,-5..1,2..20", series) == Numbers{1, -2, 0, 1, 3, 20});
    CHECK(parse_epochs("-9223372036854775808..9223372036854775807", series).size() == 5);
}

TEST_CASE("a range of epochs may be open, and take every other one", "[model]") {
    const EpochSeries series = series_of({-2, 0, 1, 3, 20, 21, 22});
    CHECK(parse_epochs("..1,20..", series) == Numbers{-2, 0, 1, 20, 21, 22});
    CHECK(parse_epochs("..", series).size() == 7);
    CHECK(parse_epochs("..:3", series) == Numbers{-2, 3, 22});
    CHECK(parse_epochs("0..21:2,22", series) == Numbers{0, 3, 21, 22});
    CHECK(parse_epochs("1..:9223372036854775807", series) == Numbers{1});
}

TEST_CASE("a list of epochs that is at fault says which part of it is", "[model]") {
    const auto [list, message] = GENERATE(table<std::string, std::string>({
        {"", "epochs: \"\" is not an epoch, expected a number as 7 or a range as 5..9"},
        {"1,,2", "\"\" is not an epoch"},
        {"1,2,", "\"\" is not an epoch"},
        {"1,two,3", "\"two\" is not an epoch"},
        {"1.5", "\"1.5\" is not an epoch"},
        {"9..", "there is no epoch 9.., expected one of the 4 from 1 to 8"},
        {"1..8:0", "\"1..8:0\" has the step 0, expected 1 or more"},
        {"1..8:", "\"1..8:\" is not an epoch"},
        {"1..8:2:2", "\"1..8:2:2\" is not an epoch"},
        {"4:2", "\"4:2\" is not an epoch"},
        {"1..2..3", "\"1..2..3\" is not an epoch"},
        {"1...3", "\"1...3\" is not an epoch"},
        {"+3", "\"+3\" is not an epoch"},
        {"9..5", "\"9..5\" decreases, expected the lower number first"},
        {"99999999999999999999", "\"99999999999999999999\" is too large"},
        {"1,3", "there is no epoch 3, expected one of the 4 from 1 to 8"},
        {"5..7", "there is no epoch 5..7, expected one of the 4 from 1 to 8"},
    }));
    CAPTURE(list);
    const EpochSeries series = series_of({1, 2, 4, 8});
    CHECK_THROWS_WITH(parse_epochs(list, series), contains(message));
    CHECK_THROWS_AS(parse_epochs(list, series), Error);
}
