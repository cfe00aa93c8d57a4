#include "support/catch.h"

#include <epochscope/render/ticks.h>

#include <limits>

using namespace epochscope;

TEST_CASE("ticks are multiples of 1, 2 or 5 times a power of ten", "[render]") {
    CHECK(nice_ticks(-8, 8, 8).values == std::vector<double>{-8, -6, -4, -2, 0, 2, 4, 6, 8});
    CHECK(nice_ticks(-8, 8, 8).step == 2);
    CHECK(nice_ticks(0.3, 10.2, 10).step == 1);
    CHECK(nice_ticks(0, 100, 3).values == std::vector<double>{0, 50, 100});
    const Ticks fine = nice_ticks(0.101, 0.131, 4);
    REQUIRE(fine.values.size() == 3);
    CHECK(fine.step == Approx(0.01));
    CHECK(fine.values[0] == Approx(0.11));
    CHECK(fine.values[2] == Approx(0.13));
}

TEST_CASE("a range that is empty or no number has no ticks", "[render]") {
    CHECK(nice_ticks(1, 1, 5).values.empty());
    CHECK(nice_ticks(2, 1, 5).values.empty());
    CHECK(nice_ticks(0, std::numeric_limits<double>::infinity(), 5).values.empty());
}

TEST_CASE("ticks are never many, even where neighbouring numbers are far apart", "[render]") {
    CHECK(nice_ticks(1e17, 1e17 + 32, 8).values.size() <= 9);
}

TEST_CASE("labels have the decimals of their step", "[render]") {
    CHECK(tick_label(4, 2) == "4");
    CHECK(tick_label(-0.5, 0.5) == "-0.5");
    CHECK(tick_label(0, 0.05) == "0.00");
    CHECK(tick_label(0.3, 0.1) == "0.3");
    CHECK(tick_label(200000, 50000) == "200000");
    CHECK(tick_label(20000000, 5000000) == "2.0e+07");
}

TEST_CASE("labels take more room with more characters and larger fonts", "[render]") {
    CHECK(label_width("100", 12) > label_width("10", 12));
    CHECK(label_width("10", 24) == Approx(2 * label_width("10", 12)));
}
