#include "support/catch.h"

#include <epochscope/render/camera.h>

#include <cmath>

using namespace epochscope;

namespace {
constexpr Size canvas{1280, 800};
constexpr Size square_frame_wide_canvas{400, 200};
}  // namespace

TEST_CASE("at home the frame's corners are the canvas's", "[render]") {
    const Mapping mapping = mapping_of(home(default_frame), default_frame, canvas);
    CHECK(mapping.to_pixel({-8, 8}) == Pixel{0, 0});
    CHECK(mapping.to_pixel({8, -8}) == Pixel{1280, 800});
    CHECK(mapping.to_pixel({0, 0}) == Pixel{640, 400});
    CHECK(mapping.to_plane({960, 200}) == Point{4, 4});
}

TEST_CASE("equal axes have one scale, the smaller, and the frame in the middle", "[render]") {
    const Mapping mapping =
        mapping_of(home(default_frame, true), default_frame, square_frame_wide_canvas);
    CHECK(mapping.scale_x == 12.5);
    CHECK(mapping.scale_y == -12.5);
    CHECK(mapping.to_pixel({-8, 8}) == Pixel{100, 0});
    CHECK(mapping.to_pixel({8, -8}) == Pixel{300, 200});
}

TEST_CASE("zooming keeps what is under the pointer", "[render]") {
    for (const bool equal_axes : {false, true}) {
        const Camera before = home(default_frame, equal_axes);
        const Pixel at{320, 100};
        const Point under = mapping_of(before, default_frame, canvas).to_plane(at);
        const Camera after = zoomed(before, default_frame, canvas, at, 4);
        CHECK(after.zoom == 4);
        CHECK(after.equal_axes == equal_axes);
        const Pixel there = mapping_of(after, default_frame, canvas).to_pixel(under);
        CHECK(there.x == Approx(320));
        CHECK(there.y == Approx(100));
    }
    // By hand: (320, 100) shows (-4, 6); at zoom 4 the canvas is 4 units across, a quarter of them
    // left of the pointer and an eighth above it, so its middle is (-3, 4.5).
    CHECK(zoomed(home(default_frame), default_frame, canvas, {320, 100}, 4).centre ==
          Point{-3, 4.5});
}

TEST_CASE("zoom stays within its limits, and what is no number does not get in", "[render]") {
    const Camera start = home(default_frame);
    CHECK(zoomed(start, default_frame, canvas, {0, 0}, 1e9).zoom == 100000);
    CHECK(zoomed(start, default_frame, canvas, {0, 0}, 1e-9).zoom == 0.05);
    CHECK(zoomed(start, default_frame, canvas, {0, 0}, std::nan("")).zoom == 0.05);
    // At the limit the picture stays where it is.
    const Camera deep{{1, 2}, 100000, false};
    CHECK(zoomed(deep, default_frame, canvas, {17, 33}, 2) == deep);
}

TEST_CASE("panning moves the picture by pixels", "[render]") {
    const Camera camera = panned(home(default_frame), default_frame, canvas, 80, -100);
    // A pixel is 1/80 unit across and 1/50 unit upwards.
    CHECK(camera.centre == Point{-1, -2});
    CHECK(mapping_of(camera, default_frame, canvas).to_pixel({0, 0}) == Pixel{720, 300});
}

TEST_CASE("fitted content has a margin of 5 % on every side", "[render]") {
    // 8 units across fill 90 % of the canvas at zoom 1.8, 2 upwards would at 7.2.
    const Camera wide = fit(home(default_frame), default_frame, canvas, {{-4, 1}, {4, 3}});
    CHECK(wide.zoom == Approx(1.8));
    CHECK(wide.centre == Point{0, 2});
    const Mapping mapping = mapping_of(wide, default_frame, canvas);
    CHECK(mapping.to_pixel({-4, 2}).x == Approx(64));
    CHECK(mapping.to_pixel({4, 2}).x == Approx(1216));
    // With equal axes a unit is 50 pixels at zoom 1: 8 units upwards fill 720 pixels at 1.8.
    const Camera equal = fit(home(default_frame, true), default_frame, canvas, {{0, 0}, {4, 8}});
    CHECK(equal.zoom == Approx(1.8));
    CHECK(equal.equal_axes);
}

TEST_CASE("content without extent is centred", "[render]") {
    const Camera point = fit({{5, 5}, 70, false}, default_frame, canvas, {{1, 2}, {1, 2}});
    CHECK(point.centre == Point{1, 2});
    CHECK(point.zoom == 1);
    // A line across decides by its length alone.
    CHECK(fit(home(default_frame), default_frame, canvas, {{0, 2}, {8, 2}}).zoom == Approx(1.8));
}
