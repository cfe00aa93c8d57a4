#include "app/canvas/text_overlay.h"

#include "support/catch.h"

#include <QImage>
#include <QRect>

#include <algorithm>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope;

namespace {

/// What is darker than half of white after a text was painted in black on white.
QRect ink_of(TextRole role, Pixel at, const std::string& words) {
    Frame frame;
    frame.size = {200, 100};
    frame.texts = {{words, at, role, {0, 0, 0}, 16}};
    Image picture(frame.size);
    std::fill(picture.rgba.begin(), picture.rgba.end(), std::uint8_t{255});
    app::paint_texts(PixelView(picture), frame);
    QRect ink;
    for (int y = 0; y < frame.size.height; ++y)
        for (int x = 0; x < frame.size.width; ++x)
            if (picture.rgba[static_cast<std::size_t>(4 * (y * frame.size.width + x))] < 128)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

}  // namespace

TEST_CASE("Texts hang on their anchors") {
    const QRect below = ink_of(TextRole::axis_x, {100, 40}, "000");
    CHECK(below.top() >= 40);
    CHECK(below.bottom() < 40 + 20);
    CHECK(std::abs(below.left() + below.right() - 200) <= 3);

    const QRect left = ink_of(TextRole::axis_y, {100, 40}, "000");
    CHECK(left.right() < 100);
    CHECK(left.right() > 94);
    CHECK(std::abs(left.top() + left.bottom() - 80) <= 3);

    const QRect centred = ink_of(TextRole::class_name, {100, 40}, "HHH");
    CHECK(std::abs(centred.left() + centred.right() - 200) <= 3);
    CHECK(std::abs(centred.top() + centred.bottom() - 80) <= 3);

    const QRect name = ink_of(TextRole::axis_name_x, {100, 40}, "HHH");
    CHECK(name.top() >= 40);
    CHECK(name.bottom() < 40 + 20);
    CHECK(std::abs(name.left() + name.right() - 200) <= 3);

    const QRect corner = ink_of(TextRole::epoch_number, {180, 10}, "12.5");
    CHECK(corner.right() < 180);
    CHECK(corner.right() > 172);
    CHECK(corner.top() >= 10);
    CHECK(corner.top() < 20);
}

TEST_CASE("The name of the vertical axis reads upwards") {
    const QRect lying = ink_of(TextRole::axis_name_x, {100, 40}, "HHHHi");
    const QRect upright = ink_of(TextRole::axis_name_y, {20, 50}, "HHHHi");
    CHECK(upright.left() >= 20);
    CHECK(upright.right() < 20 + 20);
    CHECK(std::abs(upright.top() + upright.bottom() - 100) <= 3);
    CHECK(std::abs(upright.height() - lying.width()) <= 2);
    CHECK(std::abs(upright.width() - lying.height()) <= 2);
}

TEST_CASE("Names of axes are one line and no longer than their side") {
    CHECK(ink_of(TextRole::axis_name_x, {100, 40}, std::string(500, 'H')).width() <= 160);
    CHECK(ink_of(TextRole::axis_name_y, {20, 50}, std::string(500, 'H')).height() <= 80);
    CHECK(ink_of(TextRole::axis_name_x, {100, 40}, "H\n\tH") ==
          ink_of(TextRole::axis_name_x, {100, 40}, "H H"));
    // Where the whole does not fit, the name without what it means.
    CHECK(ink_of(TextRole::axis_name_x, {100, 40}, "HHH: " + std::string(500, 'H')) ==
          ink_of(TextRole::axis_name_x, {100, 40}, "HHH"));
}

TEST_CASE("A class name stays on the canvas, whole or with an ellipsis") {
    const QRect pushed = ink_of(TextRole::class_name, {2, 40}, "HHH");
    CHECK(pushed.left() >= 8);
    CHECK(pushed.left() < 12);
    CHECK(ink_of(TextRole::class_name, {100, 40}, std::string(500, 'H')).width() <= 60);
    // A class beside the canvas is not named on it.
    CHECK(ink_of(TextRole::class_name, {-60, 40}, "HHH").isEmpty());
}

TEST_CASE("Of class names that would cover each other the first is painted") {
    Frame frame;
    frame.size = {200, 60};
    const auto ink_with = [&frame](std::vector<Text> texts) {
        frame.texts = std::move(texts);
        Image picture(frame.size);
        std::fill(picture.rgba.begin(), picture.rgba.end(), std::uint8_t{255});
        app::paint_texts(PixelView(picture), frame);
        return picture.rgba;
    };
    const Text first{"HHH", {60, 30}, TextRole::class_name, {0, 0, 0}, 16};
    const Text over{"III", {66, 33}, TextRole::class_name, {0, 0, 0}, 16};
    const Text beside{"III", {140, 30}, TextRole::class_name, {0, 0, 0}, 16};
    CHECK((ink_with({first, over}) == ink_with({first})));
    CHECK((ink_with({first, over, beside}) == ink_with({first, beside})));
    CHECK((ink_with({first, beside}) != ink_with({first})));
}

TEST_CASE("A rim in the canvas's colour keeps words legible") {
    Frame frame;
    frame.size = {120, 40};
    frame.canvas = {255, 255, 255};
    frame.texts = {{"HHH", {60, 20}, TextRole::class_name, {0, 0, 0}, 16}};
    Image picture(frame.size);  // black, as under a crowd of dark points
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
    app::paint_texts(PixelView(picture), frame);
    int light = 0;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        light += picture.rgba[i] > 200;
        CHECK(picture.rgba[i + 3] == 255);
    }
    CHECK(light > 50);
}

TEST_CASE("Small words are the same bytes on every thread, whatever was painted before") {
    Frame frame;
    frame.size = {300, 120};
    frame.canvas = {250, 250, 250};
    frame.texts = {{"-6.5", {60, 60}, TextRole::axis_y, {90, 90, 90}, 12},
                   {"class 3", {120, 60}, TextRole::class_name, {120, 20, 20}, 14},
                   {"avg_probs", {5, 60}, TextRole::axis_name_y, {30, 30, 30}, 13}};
    const auto painted = [&frame] {
        Image picture(frame.size);
        app::paint_texts(PixelView(picture), frame);
        return picture.rgba;
    };
    const auto first = painted();
    // Whatever state the fonts of this thread are left in.
    for (const float height : {9.0F, 33.0F, 64.0F}) {
        Frame other = frame;
        for (Text& text : other.texts) text.height = height;
        Image picture(other.size);
        app::paint_texts(PixelView(picture), other);
    }
    CHECK(painted() == first);
    std::vector<std::uint8_t> elsewhere;
    std::thread([&] { elsewhere = painted(); }).join();
    CHECK(elsewhere == first);
}
