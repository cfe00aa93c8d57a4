#include "render/drawing.h"
#include "support/catch.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("an empty frame is its canvas, opaque", "[render]") {
    Frame frame = empty_frame({3, 2});
    frame.canvas = {1, 2, 3, 0};
    const Image image = drawn(frame);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 3; ++x) CHECK(at(image, x, y) == Colour{1, 2, 3});
}

TEST_CASE("a picture of another size is refused, and one without pixels drawn", "[render]") {
    Image image(Size{3, 3});
    CHECK_THROWS_AS(raster(empty_frame({3, 2}), image), Error);
    CHECK_THROWS_AS(raster(empty_frame({3, 3}), PixelView({3, 3}, {})), Error);
    Image none(Size{0, 7});
    raster(empty_frame({0, 7}), none);
}

TEST_CASE("a disc is its colour inside and covers its edge in part", "[render][simd]") {
    const Points points{{{5.5F, 5.5F}}, {0}, {}};
    Frame frame = empty_frame({11, 11});
    frame.points = points.layer(2.25F);
    const Image image = drawn(frame);
    CHECK(at(image, 5, 5) == Colour{200, 100, 0});
    CHECK(at(image, 6, 5) == Colour{200, 100, 0});
    // 2 from the middle: coverage 0.75, alpha 191: (200 * 191 + 255 * 64) / 255 = 213.8.
    CHECK(at(image, 7, 5) == Colour{214, 139, 64});
    CHECK(at(image, 5, 3) == Colour{214, 139, 64});
    // sqrt(5) from the middle: coverage 2.75 - 2.236 = 0.514, alpha 131.
    CHECK(at(image, 7, 6).b == 124);
    // 2 sqrt(2) = 2.83 and 3 are outside.
    CHECK(at(image, 7, 7) == white);
    CHECK(at(image, 8, 5) == white);
}

TEST_CASE("opacity and confidence make a disc's alpha", "[render][simd]") {
    const Points points{{{2.5F, 2.5F}, {12.5F, 2.5F}, {22.5F, 2.5F}}, {0, 0, 0}, {1, 0, 0.5F}};
    Frame frame = empty_frame({25, 5});
    frame.points = points.layer(2);
    frame.points.opacity = 0.8F;
    const Image image = drawn(frame);
    // Alphas 204, 51 and 127.5, which is 128.
    CHECK(at(image, 2, 2) == Colour{211, 131, 51});
    CHECK(at(image, 12, 2) == Colour{244, 224, 204});
    CHECK(at(image, 22, 2) == Colour{227, 177, 127});
}

TEST_CASE("a sample of no class is grey, and one without a confidence not drawn", "[render]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const Points points{
        {{2.5F, 2.5F}, {12.5F, 2.5F}, {22.5F, 2.5F}, {32.5F, 2.5F}}, {2, -1, 0, 0}, {1, 1, nan, 9}};
    Frame frame = empty_frame({35, 5});
    frame.points = points.layer(2);
    frame.points.labels = {};
    const Image image = drawn(frame);
    CHECK(at(image, 2, 2) == Colour{128, 128, 128});
    CHECK(at(image, 12, 2) == Colour{128, 128, 128});
    CHECK(at(image, 22, 2) == white);
    CHECK(at(image, 32, 2) == Colour{200, 100, 0});
}

TEST_CASE("samples lie over those before them, and hidden ones nowhere", "[render][simd]") {
    const Points points{{{2.5F, 2.5F}, {2.5F, 2.5F}}, {0, 1}, {}};
    Frame frame = empty_frame({5, 5});
    frame.points = points.layer(2);
    CHECK(at(drawn(frame), 2, 2) == Colour{0, 100, 200});
    frame.points.hidden = {0, 1};
    CHECK(at(drawn(frame), 2, 2) == Colour{200, 100, 0});
    frame.points.hidden = {1, 1};
    CHECK(at(drawn(frame), 2, 2) == white);
}

TEST_CASE("samples move between the two epochs", "[render]") {
    const std::vector<Point> from{{2.5F, 2.5F}};
    const std::vector<Point> to{{6.5F, 2.5F}};
    const std::vector<std::int32_t> classes{0};
    Frame frame = empty_frame({9, 5});
    frame.points = Points{}.layer(1);
    frame.points.from = from;
    frame.points.to = to;
    frame.points.colour_index = classes;
    frame.points.t = 0.5F;
    // At (4.5, 2.5): full in the middle, half on either side.
    CHECK(row_of(drawn(frame), 2) == std::vector<int>{255, 255, 255, 227, 200, 227, 255, 255, 255});
}

TEST_CASE("what lies beside the canvas or nowhere is not drawn", "[render]") {
    const float far = 1e30F;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const Points points{
        {{-9, 2}, {2, far}, {nan, 2}, {2, infinity}, {-far, -far}}, {0, 0, 0, 0, 0}, {}};
    Frame frame = empty_frame({5, 5});
    frame.points = points.layer(2);
    frame.lines = {{{nan, 0}, {5, 5}, black, 2},
                   {{0, -infinity}, {0, infinity}, black, 2},
                   {{2, 2}, {2, 2}, black, 9},
                   {{-far, 9}, {far, 9}, black, 2}};
    frame.markers = {{{nan, nan}, 3, black}, {{2, -far}, 3, black}};
    const Image image = drawn(frame);
    for (int y = 0; y < 5; ++y) CHECK(row_of(image, y) == std::vector<int>(5, 255));
}

TEST_CASE("a marker's ring lies outside its disc, and shares the edge with it", "[render]") {
    Frame frame = empty_frame({13, 13});
    frame.markers = {{{6.5F, 6.5F}, 2, {200, 100, 0}, {0, 0, 200}, 2}};
    const Image image = drawn(frame);
    // At 0 and 1 disc; at 2 half of each (alphas 128 and 127); at 3 ring; at 4 half a ring.
    CHECK(at(image, 6, 6) == Colour{200, 100, 0});
    CHECK(at(image, 7, 6) == Colour{200, 100, 0});
    CHECK(at(image, 8, 6) == Colour{100, 50, 100});
    CHECK(at(image, 9, 6) == Colour{0, 0, 200});
    CHECK(at(image, 10, 6) == Colour{127, 127, 227});
    CHECK(at(image, 11, 6) == white);
    // With no fill the ring alone is there.
    frame.markers[0].fill.a = 0;
    CHECK(at(drawn(frame), 6, 6) == white);
    CHECK(at(drawn(frame), 9, 6) == Colour{0, 0, 200});
}

TEST_CASE("a big disc is drawn whole, over the edges of its blocks and bands", "[render][simd]") {
    Frame frame = empty_frame({100, 100});
    frame.markers = {{{50, 50}, 40, black}};
    const Image image = drawn(frame);
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) {
            const double d = std::hypot(x + 0.5 - 50, y + 0.5 - 50);
            const double coverage = std::clamp(40.5 - d, 0.0, 1.0);
            if (std::abs(at(image, x, y).r - 255 * (1 - coverage)) > 1)
                FAIL("pixel " << x << ", " << y << " is " << int{at(image, x, y).r});
        }
    SUCCEED("all pixels are within rounding");
}

TEST_CASE("a line of one pixel is crisp where it lies on pixels", "[render]") {
    Frame frame = empty_frame({6, 3});
    frame.lines = {{{1, 1.5F}, {4, 1.5F}, black, 1}};
    const Image image = drawn(frame);
    CHECK(row_of(image, 0) == std::vector<int>(6, 255));
    CHECK(row_of(image, 1) == std::vector<int>{255, 0, 0, 0, 255, 255});
    CHECK(row_of(image, 2) == std::vector<int>(6, 255));
    // Half a pixel wide, and half a pixel aside.
    frame.lines[0].width = 0.5F;
    CHECK(row_of(drawn(frame), 1) == std::vector<int>{255, 127, 127, 127, 255, 255});
    frame.lines = {{{1, 1}, {4, 1}, black, 1}};
    CHECK(row_of(drawn(frame), 0) == std::vector<int>{255, 127, 127, 127, 255, 255});
    CHECK(row_of(drawn(frame), 1) == std::vector<int>{255, 127, 127, 127, 255, 255});
}

TEST_CASE("a line's ends are butt and between pixels covered in part", "[render]") {
    Frame frame = empty_frame({3, 8});
    frame.lines = {{{1.5F, 6.25F}, {1.5F, 2}, black, 1}};
    const Image image = drawn(frame);
    std::vector<int> column;
    for (int y = 0; y < 8; ++y) column.push_back(at(image, 1, y).r);
    // The pixel from 6 to 7 is covered by a quarter: alpha 64.
    CHECK(column == std::vector<int>{255, 255, 0, 0, 0, 0, 191, 255});
}

TEST_CASE("a slanting line covers by distance", "[render]") {
    Frame frame = empty_frame({8, 8});
    frame.lines = {{{0, 0}, {8, 8}, black, 1}};
    const Image image = drawn(frame);
    CHECK(at(image, 3, 3).r == 0);
    // sqrt(0.5) aside: coverage 1 - 0.7071 = 0.2929, alpha 75.
    CHECK(at(image, 4, 3).r == 180);
    CHECK(at(image, 3, 4).r == 180);
    CHECK(at(image, 5, 3).r == 255);
}

TEST_CASE("dashes are four widths long with gaps of three", "[render]") {
    Frame frame = empty_frame({20, 1});
    frame.lines = {{{1, 0.5F}, {18, 0.5F}, black, 1, true}};
    CHECK(row_of(drawn(frame), 0) == std::vector<int>{255, 0, 0, 0, 0,   255, 255,
                                                      255, 0, 0, 0, 0,   255, 255,
                                                      255, 0, 0, 0, 255, 255});
}
