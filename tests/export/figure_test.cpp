#include "sample.h"
#include "support/catch.h"

#include <epochscope/export/figure.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// The sample dataset at some of its three epochs.
FrameRun run_of(Size size, std::vector<double> playheads) {
    return {
        .view = plain_view(), .size = size, .playheads = std::move(playheads), .paint_text = {}};
}

/// What a figure shows at a place.
std::vector<std::uint8_t> part_of(const Image& picture, int left, int top, Size size) {
    std::vector<std::uint8_t> bytes;
    for (int y = top; y < top + size.height; ++y) {
        const auto row = picture.rgba.begin() + 4 * (y * picture.size.width + left);
        bytes.insert(bytes.end(), row, row + 4 * size.width);
    }
    return bytes;
}

}  // namespace

TEST_CASE("a size on paper has 360 pixels an inch, one on a screen 96", "[export]") {
    CHECK(size_on_paper(25.4, 50.8).pixels == Size{360, 720});
    // 85 / 25.4 * 360 = 1204.7; 63.75 / 25.4 * 360 = 903.5
    CHECK(size_on_paper(85, 63.75).pixels == Size{1205, 904});
    CHECK(size_on_paper(85, 63.75).width == 85);
    // 8 points of 5 pixels, for letters of 12 logical pixels.
    CHECK(scale_of_letters(8) == Approx(40.0 / 12));
    const FigureSize screen = size_on_screen({1920, 960}, 2);
    CHECK(screen.width == Approx(254));
    CHECK(screen.height == Approx(127));
    CHECK_THROWS_WITH(size_on_paper(9, 50),
                      "size: is 9 mm x 50 mm, expected 10..2000 mm for each side");
    CHECK_THROWS_WITH(size_on_paper(50, 2001), contains("expected 10..2000 mm"));
    CHECK_THROWS_WITH(size_on_paper(2000, 2000), contains("pixels in all"));
}

TEST_CASE("a figure of one moment is its picture", "[export]") {
    const Dataset dataset = sample_dataset();
    ViewState view = plain_view();
    view.playhead = 1;
    const Figure figure = compose_figure(dataset, run_of({120, 80}, {1}));
    REQUIRE(figure.parts.size() == 1);
    CHECK(draw_figure(figure).rgba == render_picture(dataset, view, {120, 80}).rgba);
    CHECK(disc_count(figure) == 2);
}

TEST_CASE("moments are side by side, as large as they can be", "[export]") {
    const Dataset dataset = sample_dataset();
    const std::vector<double> all{0, 1, 2};
    const Figure row = compose_figure(dataset, run_of({320, 60}, all));
    REQUIRE(row.parts.size() == 3);
    // Two gaps of 10.
    for (const FigurePart& part : row.parts) CHECK(part.frame.size == Size{100, 60});
    CHECK(row.parts[1].left == 110);
    CHECK(row.parts[2].left == 220);
    CHECK(row.parts[2].top == 0);
    const Image picture = draw_figure(row);
    for (const FigurePart& part : row.parts) {
        ViewState view = plain_view();
        view.playhead = static_cast<double>(&part - row.parts.data());
        CHECK(part_of(picture, part.left, 0, {100, 60}) ==
              render_picture(dataset, view, {100, 60}).rgba);
    }
    CHECK(colour_at(picture, 105, 30) == Colour{255, 255, 255});

    const Figure column = compose_figure(dataset, run_of({60, 200}, all));
    CHECK(column.parts[1].left == 0);
    CHECK(column.parts[1].top == 70);
    const Figure square = compose_figure(dataset, run_of({210, 170}, {0, 1, 2, 2}));
    CHECK(square.parts[3].left == 110);
    CHECK(square.parts[3].top == 90);
}

TEST_CASE("a title and a legend have room of their own", "[export]") {
    const Dataset dataset = sample_dataset();
    FrameRun run = run_of({800, 300}, {0, 2});
    run.view.style.class_legend = true;
    const Figure figure = compose_figure(dataset, run, "Two epochs");
    REQUIRE(figure.parts.size() == 4);
    const FigurePart& legend = figure.parts[2];
    const FigurePart& title = figure.parts[3];
    CHECK(title.frame.texts.front().words == "Two epochs");
    CHECK(title.frame.size == Size{800, 26});
    for (int k = 0; k < 2; ++k) {
        const FigurePart& part = figure.parts[static_cast<std::size_t>(k)];
        CHECK(part.top == 26);
        CHECK(part.left + part.frame.size.width <= legend.left);
        CHECK(std::ranges::none_of(part.frame.texts, [](const Text& text) {
            return text.role == TextRole::class_legend;
        }));
    }
    CHECK(legend.left + legend.frame.size.width == 800);
    CHECK(std::ranges::count(legend.frame.texts, TextRole::class_legend, &Text::role) == 2);
    for (const Line& line : legend.frame.legend) CHECK(line.from.x >= 0);
    for (const Text& text : legend.frame.texts) CHECK(text.at.x > 0);
    CHECK(disc_count(figure) == 4);
}

TEST_CASE("a legend shrinks where it would be cut", "[export]") {
    const Dataset dataset = sample_dataset();
    FrameRun run = run_of({400, 120}, {0, 1});
    run.view.style.class_legend = true;
    const Figure figure = compose_figure(dataset, run);
    REQUIRE(figure.parts.size() == 3);
    // Of 240 logical pixels that a legend needs there are 120.
    CHECK(figure.parts[2].frame.texts.front().height == Approx(6));
    CHECK(figure.parts[2].frame.size.height == 120);
    // So it does beside one that has no room for it.
    const Figure one = compose_figure(dataset, [&] {
        FrameRun single = run;
        single.playheads = {0};
        return single;
    }());
    REQUIRE(one.parts.size() == 2);
    run.size = {400, 300};
    run.playheads = {0};
    CHECK(compose_figure(dataset, run).parts.size() == 1);
}

TEST_CASE("only samples that can be seen are discs", "[export]") {
    const Dataset dataset = sample_dataset();
    FrameRun run = run_of({100, 100}, {0});
    const auto count = [&] { return disc_count(compose_figure(dataset, run)); };
    run.view.hidden = {true, false};
    CHECK(count() == 1);
    run.view.hidden.clear();
    run.view.camera.centre = {100, 100};
    CHECK(count() == 0);
    run.view.camera = plain_view().camera;
    run.view.style.points = PointMode::density;
    CHECK(count() == 0);
}

TEST_CASE("figures that cannot be are refused", "[export]") {
    const Dataset dataset = sample_dataset();
    CHECK_THROWS_WITH(compose_figure(dataset, run_of({100, 100}, {})),
                      "figure: has 0 pictures, expected 1..100");
    CHECK_THROWS_WITH(compose_figure(dataset, run_of({100, 100}, std::vector<double>(101, 0))),
                      contains("has 101 pictures"));
    CHECK_THROWS_WITH(
        compose_figure(dataset, run_of({40, 20}, {0, 1, 2})),
        "figure: has 3 pictures, for which 40x20 pixels are too small, expected at least 16x16 for "
        "each");
    CHECK_THROWS_WITH(compose_figure(dataset, run_of({0, 20}, {0})), contains("size"));
}
