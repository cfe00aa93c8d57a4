#include "render/drawing.h"
#include "support/catch.h"

#include <algorithm>
#include <array>
#include <memory>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

std::shared_ptr<const Image> picture(Size size, const std::vector<Colour>& pixels) {
    auto image = std::make_shared<Image>(size);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const Colour c = pixels[i];
        const std::array<std::uint8_t, 4> bytes{c.r, c.g, c.b, c.a};
        std::copy(bytes.begin(), bytes.end(), image->rgba.begin() + static_cast<int>(4 * i));
    }
    return image;
}

}  // namespace

TEST_CASE("a background has its first row at the bottom or at the top", "[render]") {
    const auto image = picture({2, 2}, {{10, 0, 0}, {20, 0, 0}, {30, 0, 0}, {40, 0, 0}});
    Frame frame = empty_frame({4, 4});
    frame.background = BackgroundLayer{image, image, 0, Origin::upper, {0, 0}, {4, 4}};
    // Pixel centres lie at -0.25, 0.25, 0.75 and 1.25 of the picture's pixels.
    const Image upper = drawn(frame);
    CHECK(row_of(upper, 0) == std::vector<int>{10, 13, 18, 20});
    CHECK(row_of(upper, 1) == std::vector<int>{15, 18, 23, 25});
    CHECK(row_of(upper, 3) == std::vector<int>{30, 33, 38, 40});
    frame.background->origin = Origin::lower;
    const Image lower = drawn(frame);
    for (int y = 0; y < 4; ++y) CHECK(row_of(lower, y) == row_of(upper, 3 - y));
}

TEST_CASE("a background covers its rectangle and no more", "[render]") {
    const auto image = picture({1, 1}, {black});
    Frame frame = empty_frame({5, 5});
    frame.background = BackgroundLayer{image, nullptr, 0, Origin::lower, {1, 1.5F}, {3.6F, 2.5F}};
    const Image drawing = drawn(frame);
    CHECK(row_of(drawing, 0) == std::vector<int>(5, 255));
    CHECK(row_of(drawing, 1) == std::vector<int>{255, 0, 0, 0, 255});
    CHECK(row_of(drawing, 2) == std::vector<int>(5, 255));
}

TEST_CASE("a detail stands in its rectangle in place of the background", "[render]") {
    const auto whole = picture({1, 1}, {{100, 0, 0}});
    const auto part = picture({2, 1}, {{10, 0, 0}, {20, 0, 0}});
    const auto later = picture({2, 1}, {{30, 0, 0}, {60, 0, 0}});
    Frame frame = empty_frame({5, 3});
    frame.background = BackgroundLayer{whole, nullptr, 0, Origin::lower, {0, 0}, {5, 3}};
    frame.detail = BackgroundLayer{part, later, 0, Origin::lower, {1, 1}, {3, 2}};
    CHECK(row_of(drawn(frame), 0) == std::vector<int>(5, 100));
    CHECK(row_of(drawn(frame), 1) == std::vector<int>{100, 10, 20, 100, 100});
    CHECK(row_of(drawn(frame), 2) == std::vector<int>(5, 100));
    frame.detail->t = 0.5F;
    CHECK(row_of(drawn(frame), 1) == std::vector<int>{100, 20, 40, 100, 100});
    frame.background.reset();
    CHECK(row_of(drawn(frame), 1) == std::vector<int>{255, 20, 40, 255, 255});
    // Partly beyond the canvas.
    frame.detail->t = 0;
    frame.detail->top_left = {-1, 2};
    frame.detail->bottom_right = {1, 7};
    CHECK(row_of(drawn(frame), 1) == std::vector<int>(5, 255));
    CHECK(row_of(drawn(frame), 2) == std::vector<int>{20, 255, 255, 255, 255});
}

TEST_CASE("backgrounds are cross-faded, with each other or with the canvas", "[render]") {
    const auto dark = picture({1, 1}, {{0, 100, 200}});
    const auto light = picture({2, 1}, {{100, 200, 200}, {100, 200, 200}});
    Frame frame = empty_frame({3, 3});
    frame.background = BackgroundLayer{dark, light, 0.5F, Origin::lower, {0, 0}, {3, 3}};
    CHECK(at(drawn(frame), 1, 1) == Colour{50, 150, 200});
    frame.background->t = 0.25F;
    CHECK(at(drawn(frame), 1, 1) == Colour{25, 125, 200});
    frame.background->to = nullptr;
    CHECK(at(drawn(frame), 1, 1) == Colour{64, 139, 214});
    frame.background->from = nullptr;
    CHECK(at(drawn(frame), 1, 1) == white);
}

TEST_CASE("pictures of one size are faded as those of two are", "[render]") {
    const auto from = picture({1, 2}, {{0, 100, 200}, {80, 0, 0, 0}});
    const auto to = picture({1, 2}, {{100, 200, 200}, {40, 40, 40}});
    Frame frame = empty_frame({3, 2});
    frame.background = BackgroundLayer{from, to, 0.25F, Origin::upper, {0, 0}, {3, 2}};
    CHECK(at(drawn(frame), 1, 0) == Colour{25, 125, 200});
    // A quarter of 40 over three quarters of the canvas.
    CHECK(at(drawn(frame), 1, 1) == Colour{201, 201, 201});
    frame.background->origin = Origin::lower;
    CHECK(at(drawn(frame), 1, 1) == Colour{25, 125, 200});
}

TEST_CASE("a background's alpha lets the canvas through, without fringes", "[render]") {
    const auto image = picture({2, 1}, {{0, 0, 0, 0}, {200, 200, 200, 255}});
    Frame frame = empty_frame({4, 1});
    frame.canvas = {100, 100, 100};
    frame.background = BackgroundLayer{image, nullptr, 0, Origin::lower, {0, 0}, {4, 1}};
    CHECK(row_of(drawn(frame), 0) == std::vector<int>{100, 125, 175, 200});
}

TEST_CASE("on a dark canvas a background's lightness is turned over", "[render]") {
    Frame frame = empty_frame({1, 1});
    frame.canvas = {51, 51, 51};
    const auto shown = [&](Colour colour) {
        frame.background = BackgroundLayer{
            picture({1, 1}, {colour}), nullptr, 0, Origin::lower, {0, 0}, {1, 1}, true};
        return at(drawn(frame), 0, 0);
    };
    CHECK(shown(white) == Colour{51, 51, 51});
    CHECK(shown(black) == white);
    CHECK(shown({0, 0, 0, 0}) == Colour{51, 51, 51});
    // (235, 185, 185) has -165 to go: (70, 20, 20), of which four fifths lie over the canvas.
    CHECK(shown({235, 185, 185}) == Colour{107, 67, 67});
}
