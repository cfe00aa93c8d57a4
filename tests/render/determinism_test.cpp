#include "render/drawing.h"
#include "support/catch.h"
#include "support/simd.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// A scene with something of everything.
struct RandomScene {
    Points points;
    Frame frame = empty_frame({301, 203});

    explicit RandomScene(unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<float> place(-20, 320);
        std::uniform_int_distribution<int> byte(0, 255);
        const auto pixel = [&] { return Pixel{place(random), place(random)}; };
        const auto colour = [&] {
            const auto channel = [&] { return static_cast<std::uint8_t>(byte(random)); };
            return Colour{channel(), channel(), channel(), channel()};
        };
        // More than one chunk of the sort.
        for (int i = 0; i < 40000; ++i) {
            points.places.push_back({place(random), place(random)});
            points.classes.push_back(byte(random) % 2);
            points.confidence.push_back(static_cast<float>(byte(random)) / 255);
        }
        frame.points = points.layer(3.5F);
        for (int i = 0; i < 60; ++i)
            frame.lines.push_back(
                {pixel(), pixel(), colour(), 1 + (place(random) + 20) / 80, i % 2 == 0});
        for (int i = 0; i < 60; ++i)
            frame.markers.push_back(
                {pixel(), 1 + (place(random) + 20) / 20, colour(), colour(), 2});
        auto image = std::make_shared<Image>(Size{17, 13});
        for (auto& b : image->rgba) b = static_cast<std::uint8_t>(byte(random));
        frame.background =
            BackgroundLayer{image, nullptr, 0.3F, Origin::lower, {-5, 10}, {280.3F, 190.7F}};
    }
};

}  // namespace

TEST_CASE("the bytes are the same for any number of threads", "[render]") {
    const RandomScene scene(3);
    const Image one = drawn(scene.frame, 1);
    CHECK(drawn(scene.frame, 2).rgba == one.rgba);
    CHECK(drawn(scene.frame, 3).rgba == one.rgba);
    CHECK(drawn(scene.frame, 0).rgba == one.rgba);
}

TEST_CASE("every SIMD target draws the same bytes", "[render][simd]") {
    RandomScene scene(4);
    // Points in one block of pixels, in two, and in several.
    for (const float radius : {0.4F, 2.0F, 3.5F, 4.2F, 32.0F}) {
        scene.frame.points.radius = radius;
        CAPTURE(radius);
        const Image expected = drawn(scene.frame, 1);
        for_each_simd_target([&] { CHECK(drawn(scene.frame, 2).rgba == expected.rgba); });
    }
}

TEST_CASE("a part of a scene is drawn as in the whole", "[render]") {
    // Shapes do not care which band or block of pixels they fall into.
    const Points points{{{70.3F, 33.7F}, {75.1F, 30.2F}}, {0, 1}, {}};
    const Points moved{{{6.3F, 1.7F}, {11.1F, -1.8F}}, {0, 1}, {}};
    Frame whole = empty_frame({128, 64});
    whole.points = points.layer(3.5F);
    whole.lines = {{{60, 20}, {90, 50}, black, 2, true}};
    Frame part = empty_frame({20, 16});
    part.points = moved.layer(3.5F);
    part.lines = {{{-4, -12}, {26, 18}, black, 2, true}};
    const Image large = drawn(whole);
    const Image small = drawn(part);
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 20; ++x) {
            // Coordinates round differently far from the corner.
            CHECK(std::abs(at(small, x, y).r - at(large, x + 64, y + 32).r) <= 1);
        }
}

TEST_CASE("the order of samples that do not touch is of no account", "[render]") {
    Points forwards;
    for (int i = 0; i < 400; ++i) {
        forwards.places.push_back(
            {static_cast<float>(i % 20) * 10 + 5.3F, static_cast<float>(i / 20) * 10 + 5.8F});
        forwards.classes.push_back(i % 2);
    }
    Points backwards = forwards;
    std::reverse(backwards.places.begin(), backwards.places.end());
    std::reverse(backwards.classes.begin(), backwards.classes.end());
    Frame frame = empty_frame({200, 200});
    frame.points = forwards.layer(4);
    const Image expected = drawn(frame);
    frame.points = backwards.layer(4);
    CHECK(drawn(frame).rgba == expected.rgba);
    CHECK(at(expected, 5, 5) == Colour{200, 100, 0});
}
