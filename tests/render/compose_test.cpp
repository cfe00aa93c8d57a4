#include "support/catch.h"

#include <epochscope/render/compose.h>

#include <algorithm>
#include <cmath>

using namespace epochscope;

namespace {

constexpr Colour red{200, 0, 0};
constexpr Colour green{0, 200, 0};
constexpr Colour blue{0, 0, 200};
constexpr Size canvas{160, 160};

/// Five epochs (10, 11, 12, 13, 14) of four samples, red, red, green and blue; a pixel is a tenth
/// of a unit. Sample 0 goes right by one unit an epoch, the others stay. The folder's neighbours of
/// sample 0 are 1 (intra) and 2 (inter), but at the last epoch 1 and 3.
EpochSeries make_tiny() {
    std::vector<EpochColumns> epochs;
    for (int e = 0; e < 5; ++e) {
        EpochColumns epoch;
        epoch.number = 10 + e;
        epoch.positions = {{static_cast<float>(e), 0}, {-4, 4}, {4, 4}, {4, -4}};
        // Sample 0 stands in its own list, as in real folders.
        epoch.intra = {{0, 2, 2, 2, 2}, {0, 1}};
        epoch.inter = {{0, 1, 1, 1, 1}, {e < 4 ? 2 : 3}};
        if (e > 0) epoch.predictions = {1, 0, 1, e < 4 ? 2 : 0};
        if (e == 3) epoch.confidence = {0.5, 1, 0, 1};
        epochs.push_back(epoch);
    }
    return make_series({{"r", "g", "b"}, {red, green, blue}}, {0, 0, 1, 2}, epochs);
}

/// One for all, since frames view its memory.
const EpochSeries& tiny() {
    static const EpochSeries series = make_tiny();
    return series;
}

/// A view that draws nothing but points.
ViewState plain_view(double playhead) {
    ViewState view;
    view.playhead = playhead;
    view.style.axes = false;
    view.style.epoch_number = false;
    view.style.trails = false;
    return view;
}

ViewState selecting(double playhead, std::vector<std::size_t> selection) {
    ViewState view = plain_view(playhead);
    view.selection = std::move(selection);
    return view;
}

bool same_rgb(Colour a, Colour b) { return a.r == b.r && a.g == b.g && a.b == b.b; }

std::vector<std::string> words_of(const Frame& frame, TextRole role) {
    std::vector<std::string> words;
    for (const Text& text : frame.texts)
        if (text.role == role) words.push_back(text.words);
    return words;
}

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

TEST_CASE("a selected sample is linked with its neighbours where they are now", "[render]") {
    const Frame frame = compose(tiny(), selecting(3.25, {0}), canvas);
    REQUIRE(frame.lines.size() == 2);
    const auto& dashed = frame.lines[0].dashed ? frame.lines[0] : frame.lines[1];
    const auto& solid = frame.lines[0].dashed ? frame.lines[1] : frame.lines[0];
    REQUIRE(dashed.dashed);
    REQUIRE_FALSE(solid.dashed);
    CHECK(solid.from == Pixel{112.5, 80});
    CHECK(solid.to == Pixel{40, 40});
    CHECK(same_rgb(solid.colour, red));
    CHECK(dashed.from == Pixel{112.5, 80});
    CHECK(dashed.to == Pixel{120, 40});
    CHECK(same_rgb(dashed.colour, green));
    // On the last epoch the other list is reached.
    const Frame last = compose(tiny(), selecting(4, {0}), canvas);
    CHECK(std::any_of(last.lines.begin(), last.lines.end(), [](const Line& line) {
        return line.dashed && line.to == Pixel{120, 120} && same_rgb(line.colour, blue);
    }));
}

TEST_CASE("what is selected stands out and the rest steps back", "[render]") {
    const Frame calm = compose(tiny(), plain_view(3.25), canvas);
    const Frame frame = compose(tiny(), selecting(3.25, {0}), canvas);
    CHECK(frame.points.opacity == Approx(0.25 * calm.points.opacity));
    REQUIRE(frame.markers.size() == 3);
    CHECK(frame.markers[0].centre == Pixel{40, 40});
    CHECK(same_rgb(frame.markers[0].fill, red));
    CHECK(frame.markers[0].ring == frame.canvas);
    CHECK(frame.markers[1].centre == Pixel{120, 40});
    CHECK(same_rgb(frame.markers[1].fill, green));
    // The selected one lies over all and is the biggest.
    CHECK(frame.markers[2].centre == Pixel{112.5, 80});
    CHECK(frame.markers[2].ring == Style{}.ink);
    CHECK(frame.markers[2].radius > frame.markers[1].radius);
    CHECK(frame.markers[1].radius > frame.points.radius);
}

TEST_CASE("each kind of neighbour has its toggle", "[render]") {
    ViewState view = selecting(3.25, {0});
    view.style.intra_links = false;
    const Frame inter = compose(tiny(), view, canvas);
    REQUIRE(inter.lines.size() == 1);
    CHECK(inter.lines[0].dashed);
    CHECK(inter.markers.size() == 2);
    view.style.inter_links = false;
    CHECK(compose(tiny(), view, canvas).lines.empty());
    CHECK(compose(tiny(), view, canvas).markers.size() == 1);
}

TEST_CASE("a neighbour that is selected too is marked once", "[render]") {
    const Frame frame = compose(tiny(), selecting(3.25, {0, 1}), canvas);
    REQUIRE(frame.markers.size() == 3);
    CHECK(frame.markers[0].centre == Pixel{120, 40});
    CHECK(frame.markers[1].centre == Pixel{112.5, 80});
    CHECK(frame.markers[2].centre == Pixel{40, 40});
}

TEST_CASE("hidden classes are neither drawn nor highlighted nor named", "[render]") {
    ViewState view = selecting(3.25, {0});
    view.style.class_names = true;
    view.hidden = {false, true, false};
    const Frame green_hidden = compose(tiny(), view, canvas);
    CHECK(green_hidden.points.is_hidden(2));
    CHECK_FALSE(green_hidden.points.is_hidden(3));
    CHECK(green_hidden.lines.size() == 1);
    CHECK(green_hidden.markers.size() == 2);
    CHECK(words_of(green_hidden, TextRole::class_name) == std::vector<std::string>{"r", "b"});

    view.hidden = {true, false, false};
    view.style.trails = true;
    const Frame red_hidden = compose(tiny(), view, canvas);
    CHECK(red_hidden.lines.empty());
    CHECK(red_hidden.markers.empty());
    // Nothing that is seen is selected, so nothing steps back.
    CHECK(red_hidden.points.opacity == compose(tiny(), plain_view(0), canvas).points.opacity);
}

TEST_CASE("a selection that is not there shows nothing", "[render]") {
    const Frame frame = compose(tiny(), selecting(0, {4, 1000000}), canvas);
    CHECK(frame.markers.empty());
    CHECK(frame.lines.empty());
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

TEST_CASE("wrong predictions of the last epoch reached are ringed", "[render]") {
    ViewState view = plain_view(3.75);
    view.style.ring_wrong = true;
    const Frame one = compose(tiny(), view, canvas);
    REQUIRE(one.markers.size() == 1);
    CHECK(one.markers[0].centre == Pixel{117.5, 80});
    CHECK(one.markers[0].fill.a == 0);
    CHECK(one.markers[0].radius > one.points.radius);
    view.playhead = 4;
    CHECK(compose(tiny(), view, canvas).markers.size() == 2);
    view.hidden = {false, false, true};
    CHECK(compose(tiny(), view, canvas).markers.size() == 1);
    view.playhead = 0;
    CHECK(compose(tiny(), view, canvas).markers.empty());
}

TEST_CASE("a trail goes through all epochs and fades with the distance", "[render]") {
    ViewState view = selecting(2.5, {0});
    view.style.trails = true;
    view.style.intra_links = false;
    view.style.inter_links = false;
    const Frame frame = compose(tiny(), view, canvas);
    // 0-1, 1-2, 2-here, here-3, 3-4.
    REQUIRE(frame.lines.size() == 5);
    for (std::size_t k = 0; k + 1 < 5; ++k) CHECK(frame.lines[k].to == frame.lines[k + 1].from);
    CHECK(frame.lines[0].from == Pixel{80, 80});
    CHECK(frame.lines[2].to == Pixel{105, 80});
    CHECK(frame.lines[4].to == Pixel{120, 80});
    CHECK(frame.lines[0].colour.a < frame.lines[1].colour.a);
    CHECK(frame.lines[1].colour.a < frame.lines[2].colour.a);
    CHECK(frame.lines[3].colour.a > frame.lines[4].colour.a);
    // As far from the playhead, the past is the stronger.
    CHECK(frame.lines[2].colour.a > frame.lines[3].colour.a);
    CHECK(frame.lines[0].colour.a > 0);
    CHECK(same_rgb(frame.lines[0].colour, red));
    // A dot an epoch, and the sample itself.
    CHECK(frame.markers.size() == 6);
}

TEST_CASE("the epoch's number has as many decimals as it needs, at most two", "[render]") {
    CHECK(epoch_words_at(0) == "10");
    CHECK(epoch_words_at(0.5) == "10.5");
    CHECK(epoch_words_at(3.25) == "13.25");
    CHECK(epoch_words_at(1.0 / 3) == "10.33");
    CHECK(epoch_words_at(0.999) == "11");
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
    CHECK(frame.texts[2].at == Pixel{120, 120});
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

TEST_CASE("content is where the visible samples are over all epochs", "[render]") {
    CHECK(content_box(tiny(), {}) == Box{{-4, -4}, {4, 4}});
    CHECK(content_box(tiny(), {false, true, true}) == Box{{-4, 0}, {4, 4}});
    CHECK(content_box(tiny(), {true, false, true}) == Box{{4, 4}, {4, 4}});
    CHECK(content_box(tiny(), {true, true, true}) == default_frame);
}
