#include "support/catch.h"

#include <epochscope/export/epoch_list.h>
#include <epochscope/model/error.h>

using namespace epochscope;
using tests::contains;
using Numbers = std::vector<std::int64_t>;

TEST_CASE("a list of epochs names numbers and ranges, in its own order", "[export]") {
    CHECK(parse_epochs("7") == Numbers{7});
    CHECK(parse_epochs("1,3,5..9") == Numbers{1, 3, 5, 6, 7, 8, 9});
    CHECK(parse_epochs(" 4 .. 5 ,\t2 ") == Numbers{4, 5, 2});
    CHECK(parse_epochs("3,1,3") == Numbers{3, 1, 3});
    CHECK(parse_epochs("-2..1") == Numbers{-2, -1, 0, 1});
    CHECK(parse_epochs("6..6") == Numbers{6});
    CHECK(parse_epochs("9223372036854775806..9223372036854775807").back() == INT64_MAX);
}

TEST_CASE("a list of epochs that is at fault says which part of it is", "[export]") {
    const auto [list, message] = GENERATE(table<std::string, std::string>({
        {"", "epochs: \"\" is not an epoch, expected a number as 7 or a range as 5..9"},
        {"1,,2", "\"\" is not an epoch"},
        {"1,2,", "\"\" is not an epoch"},
        {"1,two,3", "\"two\" is not an epoch"},
        {"1.5", "\"1.5\" is not an epoch"},
        {"4..", "\"4..\" is not an epoch"},
        {"..4", "\"..4\" is not an epoch"},
        {"1..2..3", "\"1..2..3\" is not an epoch"},
        {"1...3", "\"1...3\" is not an epoch"},
        {"+3", "\"+3\" is not an epoch"},
        {"9..5", "\"9..5\" decreases, expected the lower number first"},
        {"99999999999999999999", "\"99999999999999999999\" is too large"},
        {"1..1000001", "\"1..1000001\" makes more than 1000000 epochs"},
        {"-9223372036854775808..9223372036854775807", "makes more than 1000000 epochs"},
        {"1..999999,1..2", "\"1..2\" makes more than 1000000 epochs"},
    }));
    CAPTURE(list);
    CHECK_THROWS_WITH(parse_epochs(list), contains(message));
    CHECK_THROWS_AS(parse_epochs(list), Error);
}

TEST_CASE("a list may name a million epochs", "[export]") {
    CHECK(parse_epochs("1..1000000").size() == max_epochs_listed);
}
