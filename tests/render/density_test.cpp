#include "render/crowding.h"
#include "render/density_tone.h"
#include "render/drawing.h"
#include "support/catch.h"

#include <epochscope/render/density.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Frames of samples whose full strength is 100 in 2 x 2 pixels.
Frame density_frame(const Points& points, Size size) {
    Frame frame = empty_frame(size);
    frame.points = points.layer(3);
    frame.density = DensityLayer{100, 1, 1.75F, black};
    return frame;
}

/// `count` samples at one pixel, the first of them of class 0.
Points heap(std::size_t count, std::size_t of_first_class, Point at = {5.4F, 5.9F}) {
    Points points;
    for (std::size_t i = 0; i < count; ++i) {
        points.places.push_back(at);
        points.classes.push_back(i < of_first_class ? 0 : 1);
    }
    return points;
}

int alpha_at(const Image& image, int x, int y) { return at(image, x, y).a; }

}  // namespace

TEST_CASE("a frame without density has an empty picture of it", "[render]") {
    Frame frame = empty_frame({3, 2});
    CHECK(density_image(frame).rgba == std::vector<std::uint8_t>(24, 0));
    frame.density.emplace();
    CHECK(density_image(frame).rgba == std::vector<std::uint8_t>(24, 0));
    frame.size = {0, 5};
    CHECK(density_image(frame).rgba.empty());
}

TEST_CASE("a heap of samples is their mean colour, opaque by their logarithm", "[render]") {
    const Points points = heap(5, 3);
    const Image image = density_image(density_frame(points, {11, 11}));
    // 5: p = 0.3495, alpha 0.4 + 0.6 * 0.4993 = 0.6996.
    CHECK(at(image, 5, 5) == Colour{120, 100, 80, 178});
    // Five are still a disc of 0.85 * 6 / 8 = 0.6375 around it, sqrt(2) away of 0.8358 as much, 2
    // away of a quarter.
    CHECK(alpha_at(image, 4, 5) == 163);
    CHECK(alpha_at(image, 5, 6) == 163);
    CHECK(alpha_at(image, 6, 6) == 136);
    CHECK(alpha_at(image, 4, 4) == 136);
    CHECK(alpha_at(image, 7, 5) == 41);
    const Points more = heap(20, 20);
    const Image crowd = density_image(density_frame(more, {11, 11}));
    // 10 beside it: p = 0.5, alpha 0.8286. 5 at its corners: as above. And no disc.
    CHECK(alpha_at(crowd, 4, 5) == 211);
    CHECK(alpha_at(crowd, 6, 6) == 178);
    CHECK(alpha_at(crowd, 7, 5) == 0);
}

TEST_CASE("the densest places turn to ink", "[render]") {
    const Points points = heap(100, 100);
    // 100: p = 1. 50 beside it: p = 0.8495, of which 0.4983 to ink, 0.2243.
    const Image image = density_image(density_frame(points, {11, 11}));
    CHECK(at(image, 5, 5) == Colour{110, 55, 0, 255});
    CHECK(at(image, 6, 5) == Colour{155, 78, 0, 255});
    const Points more = heap(100'000, 100'000);
    CHECK(at(density_image(density_frame(more, {11, 11})), 5, 5) == Colour{110, 55, 0, 255});
}

TEST_CASE("a lonely sample is a disc, as are three within seven pixels, and it fades among more",
          "[render]") {
    const Points one = heap(1, 1);
    const Image image = density_image(density_frame(one, {11, 11}));
    // Alpha 0.85; sqrt(2) away coverage 0.8358; 2 away a quarter.
    CHECK(at(image, 5, 5) == Colour{200, 100, 0, 217});
    CHECK(alpha_at(image, 6, 5) == 217);
    CHECK(alpha_at(image, 6, 6) == 181);
    CHECK(alpha_at(image, 5, 7) == 54);
    CHECK(alpha_at(image, 5, 8) == 0);
    Points few = heap(1, 1);
    for (const Point p : {Point{8.5F, 5.5F}, Point{5.5F, 8.5F}}) {
        few.places.push_back(p);
        few.classes.push_back(0);
    }
    CHECK(alpha_at(density_image(density_frame(few, {11, 11})), 5, 5) == 217);
    few.places.push_back({2.5F, 2.5F});
    few.classes.push_back(0);
    // Four: 0.85 * 7 / 8.
    CHECK(alpha_at(density_image(density_frame(few, {11, 11})), 5, 5) == 190);
    for (int i = 0; i < 7; ++i) {
        few.places.push_back({8.5F, 2.5F});
        few.classes.push_back(0);
    }
    // Eleven. One sample: alpha 0.4.
    CHECK(alpha_at(density_image(density_frame(few, {11, 11})), 5, 5) == 102);
}

TEST_CASE("samples beside the canvas, hidden or nowhere are not counted", "[render]") {
    const float nan = std::nanf("");
    const float infinity = std::numeric_limits<float>::infinity();
    Points points = heap(5, 3);
    for (const Point p : {Point{nan, 5.5F}, Point{5.5F, infinity}, Point{5.5F, -1e30F},
                          Point{1e30F, 5.5F}, Point{5.5F, 2e9F}}) {
        points.places.push_back(p);
        points.classes.push_back(0);
    }
    Frame frame = density_frame(points, {11, 11});
    const Points without = heap(5, 3);
    CHECK(density_image(frame).rgba == density_image(density_frame(without, {11, 11})).rgba);
    frame.points.hidden = {1, 0};
    // Two are left, and are a disc in their own colour.
    CHECK(at(density_image(frame), 5, 5) == Colour{0, 100, 200, 217});
    // A heap just beyond the edge reaches into the canvas.
    const Points beyond = heap(5, 5, {-0.5F, 5.5F});
    CHECK(alpha_at(density_image(density_frame(beyond, {11, 11})), 0, 5) == 163);
}

TEST_CASE("the density lies over the canvas in place of discs", "[render]") {
    const Points points = heap(5, 3);
    Frame frame = density_frame(points, {11, 11});
    // (120 * 178 + 255 * 77) / 255 = 160.8.
    CHECK(at(drawn(frame), 5, 5) == Colour{161, 147, 133});
    CHECK(at(drawn(frame), 8, 5) == white);
    frame.density->opacity = 0.5F;
    CHECK(alpha_at(density_image(frame), 5, 5) == 89);
    frame.legend = {{{0, 5.5F}, {11, 5.5F}, black, 1}};
    frame.markers = {{{5.5F, 5.5F}, 2, white}};
    CHECK(row_of(drawn(frame), 5) == std::vector<int>(11, 0));
}

TEST_CASE("the density does not depend on the order of samples, threads or place", "[render]") {
    std::mt19937 random(8);
    std::normal_distribution<float> place(60, 20);
    Points points;
    for (int i = 0; i < 40000; ++i) {
        points.places.push_back({place(random), place(random)});
        points.classes.push_back(static_cast<int>(random() % 2));
    }
    const Image expected = density_image(density_frame(points, {128, 128}), 1);
    CHECK(density_image(density_frame(points, {128, 128}), 3).rgba == expected.rgba);
    Points moved = points;
    std::reverse(moved.places.begin(), moved.places.end());
    std::reverse(moved.classes.begin(), moved.classes.end());
    CHECK(density_image(density_frame(moved, {128, 128})).rgba == expected.rgba);
    // Twenty rows further down other bands draw it. Whole places, so that sums are exact.
    for (Point& p : points.places) p = {std::floor(p.x) + 0.5F, std::floor(p.y) + 0.5F};
    moved = points;
    for (Point& p : moved.places) p.y += 20;
    const Image here = density_image(density_frame(points, {128, 100}));
    const Image there = density_image(density_frame(moved, {128, 120}));
    const std::ptrdiff_t shift = std::ptrdiff_t{20} * 128 * 4;
    // The last rows see samples beyond the lower edge in both.
    CHECK(std::equal(here.rgba.begin(), here.rgba.end(), there.rgba.begin() + shift));
}

TEST_CASE("tones are looked up as they are worked out", "[render]") {
    const ToneTable tones(50'000);
    for (const float samples : {0.25F, 0.75F, 1.0F, 7.0F, 1000.0F, 5000.0F, 1e6F}) {
        CHECK(tones(4 * samples).alpha == tone_of(double{samples}, 50'000).alpha);
        CHECK(tones(4 * samples).ink == tone_of(double{samples}, 50'000).ink);
    }
    CHECK(tone_of(0, 100).alpha == 0);
    CHECK(tone_of(0.5, 100).alpha == Approx(0.2));
    CHECK(tone_of(1e9, 100).alpha == 1);
    CHECK(tone_of(1e9, 100).ink == Approx(0.45));
}

TEST_CASE("crowding is how many others a typical sample has in a pixel", "[render]") {
    // 256 in one cell of 16 x 16 pixels, one in another: 256 of 257 see 255 others in 256 pixels.
    Points points = heap(256, 0, {20, 20});
    points.places.push_back({90, 90});
    points.classes.push_back(0);
    const PointLayer layer = points.layer(2);
    const Crowding crowding = crowding_of(layer, {100, 100});
    CHECK(crowding.typical == Approx(256.0 / 257 * 255 / 256));
    CHECK(crowding.densest == Approx(1));
    CHECK(crowding.samples_at_a_pixel(layer) == Approx(255.0 / 257 * 3.14159265 * 4));
    const Points lonely = heap(1, 1);
    CHECK(crowding_of(lonely.layer(2), {100, 100}).typical == 0);
    CHECK(crowding_of(PointLayer{}, {100, 100}).densest == 0);
    CHECK(crowding_of(layer, {0, 100}).densest == 0);
    // Of very many only some are looked at.
    const Points many = heap(300'000, 0, {20, 20});
    CHECK(crowding_of(many.layer(2), {100, 100}).typical == Approx(300'000.0 / 256).epsilon(0.01));
}

TEST_CASE("crowded discs let others through, down to a floor", "[render]") {
    CHECK(opacity_fraction(0) == 1);
    CHECK(opacity_fraction(4) == 1);
    CHECK(opacity_fraction(8) == Approx(0.5));
    CHECK(opacity_fraction(1e9) == Approx(0.35));
}
