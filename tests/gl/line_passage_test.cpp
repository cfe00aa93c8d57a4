#include "gl/line_passage.h"

#include "support/catch.h"

#include <limits>

using namespace epochscope;

namespace {

constexpr Size size{200, 100};

}  // namespace

TEST_CASE("A line on the canvas stays whole") {
    const auto shape = gl::shape_of({{10, 20}, {13, 24}, {}, 2, true}, size);
    REQUIRE(shape);
    CHECK(shape->begin[0] == Approx(10));
    CHECK(shape->begin[1] == Approx(20));
    CHECK(shape->along[0] == Approx(0.6));
    CHECK(shape->along[1] == Approx(0.8));
    CHECK(shape->before == 0);
    CHECK(shape->after == Approx(5));
    CHECK(shape->length == Approx(5));
    CHECK(shape->phase == 0);
    CHECK(shape->dashed == 1);
}

TEST_CASE("A line is cut a little beyond the canvas and keeps its dashes") {
    // Width 2: cut 4 beyond the edges, dashes' period 14.
    const auto shape = gl::shape_of({{-104, 50}, {1000, 50}, {}, 2, true}, size);
    REQUIRE(shape);
    CHECK(shape->begin[0] == Approx(-4));
    CHECK(shape->before == Approx(100));
    CHECK(shape->after == Approx(1004));
    CHECK(shape->length == Approx(208));
    CHECK(shape->phase == Approx(2));  // 100 = 7 * 14 + 2
}

TEST_CASE("Lines that cannot be seen have no shape") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    CHECK_FALSE(gl::shape_of({{5, 5}, {5, 5}, {}, 2, false}, size));
    CHECK_FALSE(gl::shape_of({{5, 5}, {9, 5}, {}, 0, false}, size));
    CHECK_FALSE(gl::shape_of({{5, 200}, {9, 200}, {}, 2, false}, size));
    CHECK_FALSE(gl::shape_of({{-50, 40}, {60, -90}, {}, 2, false}, size));
    CHECK_FALSE(gl::shape_of({{nan, 5}, {9, 5}, {}, 2, false}, size));
    CHECK_FALSE(gl::shape_of({{5, 5}, {infinity, 5}, {}, 2, false}, size));
}
