#include "projection/rising_curve.h"

#include "support/catch.h"

using epochscope::RisingCurve;

TEST_CASE("a rising curve goes through points that rise, in any order") {
    const RisingCurve curve({{4, 6}, {1, 2}});
    CHECK(curve.at(0) == 0);
    CHECK(curve.at(0.5) == Approx(1));
    CHECK(curve.at(1) == Approx(2));
    CHECK(curve.at(2.5) == Approx(4));
    CHECK(curve.at(7) == Approx(9));
}

TEST_CASE("points that fall are pooled at their mean") {
    // 5, 1, 3 and 2 fall below what is before: 5 1 -> 3; 3 2 -> 2.5; together 2.75.
    const RisingCurve curve({{1, 5}, {2, 1}, {3, 3}, {4, 2}, {5, 9}});
    CHECK(curve.at(1) == Approx(2.75));
    CHECK(curve.at(3.7) == Approx(2.75));
    CHECK(curve.at(4.5) == Approx((2.75 + 9) / 2));
    CHECK(curve.at(6) == Approx(10));
}

TEST_CASE(
    "a rising curve without points has a slope of 1, and points at one x are no division by 0") {
    CHECK(RisingCurve({}).at(3) == 3);
    const RisingCurve curve({{1, 2}, {1, 4}, {0, 0}});
    CHECK(curve.at(1) == Approx(4));
    CHECK(curve.at(0.5) == Approx(1));
    CHECK(curve.at(2) == Approx(5));
}
