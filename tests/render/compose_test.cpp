#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/backgrounds.h>
#include <epochscope/render/raster.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

std::string epoch_words_at(double playhead) {
    ViewState view = plain_view(playhead);
    view.style.epoch_number = true;
    return compose(tiny(), view, canvas).texts.at(0).words;
}

}  // namespace

TEST_CASE("points lie between the epochs around the playhead", "[render]") {
    const EpochSeries& series = tiny();
    const Frame frame = compose(series, plain_view(3.25), canvas);
    CHECK(frame.size == canvas);
    CHECK(frame.points.from.data() == series.positions(3).data());
    CHECK(frame.points.to.data() == series.positions(4).data());
    CHECK(frame.points.t == 0.25F);
    // 3.25 units right of the middle, 10 pixels each.
    CHECK(frame.points.pixel_of(0) == Pixel{112.5, 80});
    CHECK(frame.points.pixel_of(1) == Pixel{40, 40});
    CHECK(frame.markers.empty());
    CHECK(frame.lines.empty());
    CHECK(frame.texts.empty());
}

TEST_CASE("on an epoch the points are that epoch's", "[render]") {
    const EpochSeries& series = tiny();
    const Frame frame = compose(series, plain_view(2), canvas);
    CHECK(frame.points.from.data() == series.positions(2).data());
    CHECK(frame.points.t == 0);
    CHECK(frame.points.pixel_of(0) == Pixel{100, 80});
}

TEST_CASE("lengths grow with the scale", "[render]") {
    ViewState view = selecting(0, {0});
    const Frame once = compose(tiny(), view, canvas);
    view.scale = 2;
    const Frame twice = compose(tiny(), view, {320, 320});
    CHECK(twice.points.radius == 2 * once.points.radius);
    REQUIRE(twice.lines.size() == once.lines.size());
    CHECK(twice.lines[0].width == 2 * once.lines[0].width);
    REQUIRE(twice.markers.size() == once.markers.size());
    CHECK(twice.markers[0].radius == 2 * once.markers[0].radius);
    CHECK(twice.markers[0].ring_width == 2 * once.markers[0].ring_width);
}

TEST_CASE("colours are by label, or by prediction where there are any", "[render]") {
    const EpochSeries& series = tiny();
    ViewState view = plain_view(3.25);
    CHECK(compose(series, view, canvas).points.colour_index.data() == series.labels().data());
    view.style.colour_by = ColourBy::prediction;
    CHECK(compose(series, view, canvas).points.colour_index.data() ==
          series.epoch(3).predictions.data());
    view.playhead = 0.75;
    CHECK(compose(series, view, canvas).points.colour_index.data() == series.labels().data());
    CHECK(compose(series, view, canvas).points.palette == std::vector<Colour>{red, green, blue});
    view.colours = {blue, green, red};
    CHECK(compose(series, view, canvas).points.palette == view.colours);
}

TEST_CASE("opacity shows confidence where it is known and wished for", "[render]") {
    ViewState view = plain_view(3.25);
    const Frame known = compose(tiny(), view, canvas);
    CHECK(known.points.alpha_of(0) == Approx(known.points.opacity * 0.625));
    CHECK(known.points.alpha_of(2) == Approx(known.points.opacity * 0.25));
    view.style.opacity_by_confidence = false;
    CHECK(compose(tiny(), view, canvas).points.confidence.empty());
    CHECK(compose(tiny(), plain_view(1), canvas).points.confidence.empty());
}

TEST_CASE("the epoch's number is that of the last epoch reached", "[render]") {
    CHECK(epoch_words_at(0) == "10");
    CHECK(epoch_words_at(0.5) == "10");
    CHECK(epoch_words_at(3.25) == "13");
    CHECK(epoch_words_at(0.999) == "10");
    CHECK(epoch_words_at(4) == "14");
}

TEST_CASE("the epoch's number is large, faint and in the top right corner", "[render]") {
    ViewState view = plain_view(0);
    view.style.epoch_number = true;
    const Text text = compose(tiny(), view, canvas).texts.at(0);
    CHECK(text.role == TextRole::epoch_number);
    CHECK(text.height == Approx(0.16 * 160));
    CHECK(text.at == Pixel{144, 16});
    CHECK(text.colour.a < 64);
}

TEST_CASE("class names stand at the median of their samples", "[render]") {
    ViewState view = plain_view(2);
    view.style.class_names = true;
    const Frame frame = compose(tiny(), view, canvas);
    REQUIRE(words_of(frame, TextRole::class_name) == std::vector<std::string>{"r", "g", "b"});
    // Red ones at (100, 80) and (40, 40).
    CHECK(frame.texts[0].at == Pixel{70, 60});
    // A lone one at (120, 120), which its name would cover.
    CHECK(frame.texts[2].at.x == 120);
    CHECK(frame.texts[2].at.y < 120 - frame.texts[2].height / 2);
}

TEST_CASE("the names of larger classes come first: they are painted where names meet", "[render]") {
    EpochColumns epoch;
    epoch.positions = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
    const EpochSeries series =
        make_series({{"one", "three", "two"}, {}}, {0, 1, 1, 1, 2, 2}, {epoch});
    ViewState view = plain_view(0);
    view.style.class_names = true;
    const Frame frame = compose(series, view, canvas);
    CHECK(words_of(frame, TextRole::class_name) == std::vector<std::string>{"three", "two", "one"});
}

TEST_CASE("axes lie under everything, on whole pixels, with labels inside the canvas", "[render]") {
    ViewState view = plain_view(0);
    view.style.axes = true;
    const Frame frame = compose(tiny(), view, {800, 800});
    // A step of 2 units is 100 pixels: enough upwards, where -8 and 8 would lie on the edges, but
    // not across.
    CHECK(words_of(frame, TextRole::axis_y) ==
          std::vector<std::string>{"-6", "-4", "-2", "0", "2", "4", "6"});
    CHECK(words_of(frame, TextRole::axis_x) == std::vector<std::string>{"-5", "0", "5"});
    REQUIRE(frame.lines.size() == 10);
    for (const Line& line : frame.lines) {
        CHECK(line.width == 1);
        const bool vertical = line.from.x == line.to.x;
        const float place = vertical ? line.from.x : line.from.y;
        CHECK(place == std::floor(place) + 0.5F);
    }
    CHECK(frame.lines[0].from.x == 150.5F);
    for (const Text& text : frame.texts) {
        CHECK(text.at.x > 0);
        CHECK(text.at.y < 800);
    }
    view.style.axes = false;
    CHECK(compose(tiny(), view, {800, 800}).lines.empty());
}

TEST_CASE("backgrounds lie on the frame and are cross-faded", "[render]") {
    const auto picture = std::make_shared<const Image>(Size{2, 2});
    ViewState view = plain_view(3.25);
    view.background_origin = Origin::upper;
    view.camera.zoom = 0.5;
    const Frame frame = compose(tiny(), view, canvas, {picture, nullptr});
    REQUIRE(frame.background.has_value());
    CHECK(frame.background->from == picture);
    CHECK(frame.background->to == nullptr);
    CHECK(frame.background->t == 0.25F);
    CHECK(frame.background->origin == Origin::upper);
    CHECK(frame.background->top_left == Pixel{40, 40});
    CHECK(frame.background->bottom_right == Pixel{120, 120});
    CHECK_FALSE(frame.background->lightness_inverted);
    view.style.canvas = {20, 20, 30};
    CHECK(compose(tiny(), view, canvas, {picture, nullptr}).background->lightness_inverted);
    view.style.background = false;
    CHECK_FALSE(compose(tiny(), view, canvas, {picture, nullptr}).background.has_value());
    view.style.background = true;
    CHECK_FALSE(compose(tiny(), view, canvas).background.has_value());
}

TEST_CASE("pictures of a part lie where it lies, over those of the frame", "[render]") {
    const auto picture = std::make_shared<const Image>(Size{2, 2});
    const auto sharper = std::make_shared<const Image>(Size{4, 4});
    BackgroundPair pair{picture, picture};
    const auto with_detail = [&](const Box& part) {
        pair.detail = std::make_shared<const BackgroundPair>(
            BackgroundPair{.from = sharper, .to = picture, .t = 0.75F, .part = part});
        return compose(tiny(), plain_view(0), canvas, pair);
    };
    // The frame is (-8, -8)..(8, 8) on 160 x 160 pixels.
    const Frame both = with_detail({{-4, 0}, {8, 4}});
    REQUIRE(both.background);
    CHECK(both.background->bottom_right == Pixel{160, 160});
    REQUIRE(both.detail);
    CHECK(both.detail->from == sharper);
    CHECK(both.detail->t == 0.75F);
    CHECK(both.detail->top_left == Pixel{40, 40});
    CHECK(both.detail->bottom_right == Pixel{160, 80});
    // What it hides is not drawn: to the middles of the outermost pixels.
    const Frame alone = with_detail({{-7.96F, -7.96F}, {7.96F, 7.96F}});
    REQUIRE(alone.background);
    CHECK(alone.background->from == sharper);
    CHECK_FALSE(alone.detail);
    CHECK(with_detail({{-7.94F, -8}, {8, 8}}).detail);
    pair.part = Box{{0, 0}, {8, 8}};
    pair.detail = nullptr;
    const Frame part = compose(tiny(), plain_view(0), canvas, pair);
    CHECK(part.background->top_left == Pixel{80, 0});
    CHECK(part.background->bottom_right == Pixel{160, 80});
}

TEST_CASE("what is seen of a frame is a picture with a pixel for each of the canvas", "[render]") {
    const Box frame{{-8, -8}, {8, 8}};
    Camera camera = home(frame);
    const auto whole = visible_cutout(frame, camera, {160, 80});
    REQUIRE(whole);
    CHECK(whole->size == Size{160, 80});
    CHECK(whole->part == frame);
    // The canvas shows (-1, -5)..(7, 3), all of it within the frame.
    camera.zoom = 2;
    camera.centre = {3, -1};
    const auto within = visible_cutout(frame, camera, {160, 80});
    REQUIRE(within);
    CHECK(within->size == Size{160, 80});
    CHECK(within->part == Box{{-1, -5}, {7, 3}});
    // At half the size the frame lies from 40.4 to 120.4 across: 80 pixels have their centres in
    // it, from the one that begins at 40 on, 0.4 pixels of a fifth of a unit beyond its edge.
    camera.zoom = 0.5;
    camera.centre = {-0.08F, 0};
    const auto small = visible_cutout(frame, camera, {160, 80});
    REQUIRE(small);
    CHECK(small->size == Size{80, 40});
    CHECK(small->part->min.x == Approx(-8.08).margin(1e-5));
    CHECK(small->part->max.x == Approx(7.92).margin(1e-5));
    camera.centre = {40, 0};
    CHECK_FALSE(visible_cutout(frame, camera, {160, 80}));
    // So far in, places are no longer told apart.
    camera.zoom = 100000;
    camera.centre = {1e6F, 0};
    CHECK_FALSE(visible_cutout({{1e6F - 8, -8}, {1e6F + 8, 8}}, camera, {160, 80}));
}

TEST_CASE("content is where the visible samples are over all epochs", "[render]") {
    CHECK(content_box(tiny(), {}) == Box{{-4, -4}, {4, 4}});
    CHECK(content_box(tiny(), {false, true, true}) == Box{{-4, 0}, {4, 4}});
    CHECK(content_box(tiny(), {true, false, true}) == Box{{4, 4}, {4, 4}});
    CHECK(content_box(tiny(), {true, true, true}) == default_frame);
}

TEST_CASE(
    "of very many positions, the first, the last and some epochs between tell where content is",
    "[render]") {
    // 2^24 positions are seven epochs of so many samples; of nine, 0, 1, 2, 4, 5, 6 and 8.
    const std::size_t count = (std::size_t{1} << 24U) / 7;
    const std::vector<std::int32_t> labels(count, 0);
    const std::vector<Point> still(count, Point{1, 1});
    std::vector<std::vector<Point>> straying(9, still);
    const std::vector<float> places{-1, 2, 3, 400, 5, 6, -7, 800, 9};
    for (std::size_t e = 0; e < 9; ++e) straying[e].back() = {places[e], -places[e]};
    std::vector<Epoch> epochs(9);
    for (std::size_t e = 0; e < 9; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = straying[e];
    }
    const EpochSeries series({{"a"}, {}}, labels, epochs, default_frame, nullptr);
    CHECK(content_box(series, {}) == Box{{-7, -9}, {9, 7}});
}

TEST_CASE("places that are no number are passed over", "[render]") {
    const float nan = std::nanf("");
    const float infinity = std::numeric_limits<float>::infinity();
    const std::vector<std::int32_t> labels{0, 0, 0, 1};
    const std::vector<Point> places{{nan, 5}, {3, 4}, {-infinity, 1}, {1, nan}};
    const std::vector<std::int32_t> predictions{7, -1, 1, 0};
    std::vector<Epoch> epochs(1);
    epochs[0].positions = places;
    epochs[0].predictions = predictions;
    const EpochSeries series({{"a", "b"}, {}}, labels, epochs, default_frame, nullptr);
    CHECK(content_box(series, {}) == Box{{3, 4}, {3, 4}});
    CHECK(content_box(series, {true, false}) == default_frame);
    ViewState view = selecting(0, {0, 1, 2, 3});
    view.style.colour_by = ColourBy::prediction;
    view.style.class_names = true;
    view.style.ring_wrong = true;
    view.style.trails = true;
    const Frame frame = compose(series, view, canvas);
    REQUIRE(words_of(frame, TextRole::class_name) == std::vector<std::string>{"a"});
    CHECK(frame.texts[0].at == Pixel{110, 40});
    REQUIRE(frame.markers.size() == 1);
    CHECK(same_rgb(frame.markers[0].fill, no_class_colour));
    CHECK(same_rgb(frame.points.colour_of(0), no_class_colour));
    // Only what has a place leaves a trace.
    Image image(canvas);
    raster(frame, image);
    CHECK(std::count(image.rgba.begin(), image.rgba.begin() + 4 * 160 * 20, 255) == 4 * 160 * 20);
}

TEST_CASE("a large class's name stands at the median of some of its samples", "[render]") {
    EpochColumns epoch;
    for (int i = 0; i < 10000; ++i)
        epoch.positions.push_back({static_cast<float>(i < 5001 ? -i : 8), 0});
    const EpochSeries series =
        make_series({{"a"}, {}}, std::vector<std::int32_t>(10000, 0), {epoch});
    ViewState view = plain_view(0);
    view.style.class_names = true;
    // Every third: 1,667 at 0, -3 .. -4998, and 1,667 at 8: the middle two are 0 and 8.
    const Frame frame = compose(series, view, canvas);
    REQUIRE(words_of(frame, TextRole::class_name).size() == 1);
    CHECK(frame.texts[0].at.x == 80 + 40);
}
