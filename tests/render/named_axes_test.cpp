#include "render/named_axes.h"

#include "render/tiny.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

const Axes names{"label_var", "avg_probs"};

/// Two samples in a frame from (0, 0) to (0.25, 1).
EpochSeries small_numbers() {
    EpochColumns epoch;
    epoch.positions = {{0.1F, 0.5F}, {0.2F, 0.9F}};
    return make_series({{"a"}, {}}, {0, 0}, {epoch}, {{0, 0}, {0.25F, 1}});
}

ViewState with_axes(double scale = 1) {
    ViewState view = plain_view(0);
    view.style.axes = true;
    view.scale = scale;
    return view;
}

Frame named(const EpochSeries& series, const ViewState& view, Size size, const Axes& axes = names) {
    return compose(series, view, size, {}, 1, nullptr, &axes);
}

ViewState looking_at(const EpochSeries& series, Point centre, double zoom) {
    ViewState view = with_axes();
    view.camera = home(series.frame());
    view.camera.centre = centre;
    view.camera.zoom = zoom;
    return view;
}

const Text* text_of(const Frame& frame, TextRole role, const std::string& words) {
    const auto found = std::find_if(frame.texts.begin(), frame.texts.end(), [&](const Text& text) {
        return text.role == role && text.words == words;
    });
    return found == frame.texts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("named axes have their names, and numbers where the mapping has their places",
          "[render]") {
    const EpochSeries series = small_numbers();
    const ViewState view = looking_at(series, {0.125F, 0.5F}, 1);
    const Frame frame = named(series, view, {1000, 800});
    CHECK(words_of(frame, TextRole::axis_name_x) == std::vector<std::string>{"label_var"});
    CHECK(words_of(frame, TextRole::axis_name_y) == std::vector<std::string>{"avg_probs"});
    // 0 lies on the canvas's left edge, outside of the axes' lines, and 0.25 and 1 on its others.
    CHECK(words_of(frame, TextRole::axis_x) ==
          std::vector<std::string>{"0.05", "0.10", "0.15", "0.20"});
    CHECK(words_of(frame, TextRole::axis_y) ==
          std::vector<std::string>{"0.2", "0.4", "0.6", "0.8"});
    // 1000 pixels are 0.25, 800 are 1, upwards; a number's place is the middle of its pixel.
    REQUIRE(text_of(frame, TextRole::axis_x, "0.10"));
    CHECK(text_of(frame, TextRole::axis_x, "0.10")->at.x == 400.5F);
    REQUIRE(text_of(frame, TextRole::axis_y, "0.8"));
    CHECK(text_of(frame, TextRole::axis_y, "0.8")->at.y == Approx(160).margin(0.51));
}

TEST_CASE("ticks stand on the axes' lines, which cross outside of the grid", "[render]") {
    const EpochSeries series = small_numbers();
    const Frame frame = named(series, looking_at(series, {0.125F, 0.5F}, 1), {1000, 800});
    // Two plates, two lines, four ticks across and four upwards.
    REQUIRE(frame.legend.size() == 2 + 2 + 4 + 4);
    const Line& vertical = frame.legend[2];
    const Line& horizontal = frame.legend[3];
    CHECK(vertical.from.x == vertical.to.x);
    CHECK(horizontal.from.y == horizontal.to.y);
    CHECK(horizontal.to.x == 1000);
    for (std::size_t i = 4; i < 8; ++i) {
        const Line& tick = frame.legend[i];
        CHECK(tick.from.x == tick.to.x);
        CHECK(tick.from.y == horizontal.from.y + 0.5F);
        CHECK(tick.to.y - tick.from.y == 5);
    }
    for (std::size_t i = 8; i < 12; ++i) {
        const Line& tick = frame.legend[i];
        CHECK(tick.from.y == tick.to.y);
        CHECK(tick.to.x == vertical.from.x - 0.5F);
        CHECK(tick.to.x - tick.from.x == 5);
    }
    REQUIRE(frame.lines.size() == 8);
    for (const Line& grid : frame.lines) {
        CHECK(grid.from.x >= vertical.from.x);
        CHECK(grid.to.y <= horizontal.from.y);
    }
}

TEST_CASE("a set without names has the plain axes, and none where axes are off", "[render]") {
    const Frame plain = compose(tiny(), with_axes(), {800, 800});
    CHECK(plain.legend.empty());
    CHECK(words_of(plain, TextRole::axis_name_x).empty());
    ViewState off = with_axes();
    off.style.axes = false;
    const Frame none = named(tiny(), off, {800, 800});
    CHECK(none.lines.empty());
    CHECK(none.legend.empty());
    CHECK(none.texts.empty());
}

TEST_CASE("named axes are twice as large at a scale of 2", "[render]") {
    ViewState once = with_axes();
    once.camera = home(tiny().frame());
    ViewState twice = once;
    twice.scale = 2;
    const Frame small = named(tiny(), once, {600, 400});
    const Frame large = named(tiny(), twice, {1200, 800});
    REQUIRE(small.texts.size() == large.texts.size());
    for (std::size_t i = 0; i < small.texts.size(); ++i) {
        CHECK(small.texts[i].words == large.texts[i].words);
        CHECK(large.texts[i].height == 2 * small.texts[i].height);
        CHECK(large.texts[i].at.x == Approx(2 * small.texts[i].at.x).margin(2));
        CHECK(large.texts[i].at.y == Approx(2 * small.texts[i].at.y).margin(2));
    }
    // Two pixels wide: on whole pixels where the place is between two of them.
    CHECK(large.legend[2].width == 2);
    CHECK(large.legend[2].from.x == std::floor(large.legend[2].from.x));
}

TEST_CASE("named axes stay few and legible at any zoom", "[render]") {
    const EpochSeries series = small_numbers();
    for (const double zoom : {0.05, 0.4, 1.0, 7.3, 990.0, 100000.0})
        for (const Point centre : {Point{0.125F, 0.5F}, Point{-3, 40}, Point{1e6F, -1e6F}})
            for (const Size size : {Size{1280, 800}, Size{320, 240}, Size{3840, 2160}}) {
                const Frame frame = named(series, looking_at(series, centre, zoom), size);
                INFO(zoom << " at " << centre.x << ", on " << size.width);
                for (const TextRole role : {TextRole::axis_x, TextRole::axis_y})
                    CHECK(words_of(frame, role).size() <= 9);
                float right_before = -1;
                for (const Text& text : frame.texts) {
                    CHECK(text.at.x >= 0);
                    CHECK(text.at.x <= static_cast<float>(size.width));
                    if (text.role != TextRole::axis_x) continue;
                    // Digits are at least half as wide as high.
                    const float half = static_cast<float>(text.words.size()) * text.height / 4;
                    CHECK(text.at.x - half > right_before);
                    right_before = text.at.x + half;
                }
            }
}

TEST_CASE("a canvas too small for named axes has none, and a small one no names", "[render]") {
    CHECK(named(tiny(), with_axes(), {30, 24}).texts.empty());
    CHECK(named(tiny(), with_axes(), {1, 1}).lines.empty());
    const Frame small = named(tiny(), with_axes(), {200, 160});
    CHECK(words_of(small, TextRole::axis_name_x).empty());
    CHECK(words_of(small, TextRole::axis_name_y).empty());
    CHECK_FALSE(words_of(small, TextRole::axis_x).empty());
}

TEST_CASE("an axis without a name leaves no room for one", "[render]") {
    const Frame both = named(tiny(), with_axes(), {600, 400});
    const Frame one = named(tiny(), with_axes(), {600, 400}, {"", "up"});
    CHECK(words_of(one, TextRole::axis_name_x).empty());
    CHECK(words_of(one, TextRole::axis_name_y) == std::vector<std::string>{"up"});
    CHECK(one.legend[3].from.y > both.legend[3].from.y);
    CHECK(one.legend[2].from.x == both.legend[2].from.x);
}

TEST_CASE("what a density's brightness means stands above a named axis", "[render]") {
    ViewState view = with_axes();
    view.style.points = PointMode::density;
    const Frame frame = named(tiny(), view, {800, 600});
    const auto lowest = [](const Frame& f, bool legend) {
        float low = 0;
        for (const Text& text : f.texts)
            if ((text.role == TextRole::legend) == legend) low = std::max(low, text.at.y);
        return low;
    };
    // The line of the axis is the fourth from the end that is not of the density's bar.
    float axis = 600;
    for (const Line& line : frame.legend)
        if (line.from.y == line.to.y && line.to.x == 800 && line.width == 1)
            axis = std::min(axis, line.from.y);
    CHECK(axis < 600);
    CHECK(lowest(frame, true) < axis - 10);
    CHECK(lowest(frame, false) > axis);
}
