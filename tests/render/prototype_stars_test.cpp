#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/model/prototypes.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// A level of three prototypes for the tiny series: the first has half of the samples, the second
/// moves, the third has none.
struct Level {
    std::size_t samples = tiny().sample_count();
    std::vector<std::int32_t> assignments;
    std::vector<std::int32_t> counts;
    std::vector<Point> first{{0, 0}, {4, 4}, {nan, nan}};
    std::vector<Point> later{{0, 0}, {-4, 4}, {nan, nan}};
    std::vector<std::int32_t> nearest;
    std::vector<float> squares;
    Prototypes prototypes;

    Level() {
        for (std::size_t i = 0; i < samples; ++i) {
            assignments.push_back(static_cast<std::int32_t>(i % 2));
            nearest.insert(nearest.end(), {static_cast<std::int32_t>(i % 2),
                                           static_cast<std::int32_t>(1 - i % 2), -1});
            squares.insert(squares.end(), {1, 2, 0});
        }
        counts = {static_cast<std::int32_t>((samples + 1) / 2),
                  static_cast<std::int32_t>(samples / 2), 0};
        PrototypeLevel level;
        level.count = 3;
        level.listed = 3;
        level.loss = {.nearest = 1, .alpha = 3};
        for (std::size_t e = 0; e < tiny().epoch_count(); ++e)
            level.epochs.push_back({.centres = {},
                                    .assignments = assignments,
                                    .counts = counts,
                                    .concentration = {},
                                    .positions = e == 0 ? first : later,
                                    .nearest = nearest,
                                    .squares = squares,
                                    .hinges = {}});
        prototypes.levels.push_back(std::move(level));
    }

    [[nodiscard]] Frame at(const ViewState& view, Size size = canvas) const {
        return compose(tiny(), view, size, {}, 1, nullptr, nullptr, &prototypes);
    }
};

Pixel middle(const Line& line) {
    return {(line.from.x + line.to.x) / 2, (line.from.y + line.to.y) / 2};
}

Colour star_colour(std::size_t name) {
    return colours_apart(std::array{red, green, blue}, 3, Style{}.canvas)[name];
}

/// Whether a star of this prototype stands there.
bool has_star(const Frame& frame, std::size_t name, Point place) {
    const Pixel at = frame.points.mapping.to_pixel(place);
    return std::any_of(frame.legend.begin(), frame.legend.end(), [&](const Line& line) {
        return same_rgb(line.colour, star_colour(name)) &&
               std::abs(middle(line).x - at.x) < 0.01F && std::abs(middle(line).y - at.y) < 0.01F;
    });
}

}  // namespace

TEST_CASE("prototypes are stars where they are at the playhead, if they have samples", "[render]") {
    const Level level;
    const Frame frame = level.at(plain_view(0));
    CHECK(has_star(frame, 0, {0, 0}));
    CHECK(has_star(frame, 1, {4, 4}));
    // A star is three lines and as many around them.
    CHECK(frame.legend.size() == compose(tiny(), plain_view(0), canvas).legend.size() + 12);
    CHECK(has_star(level.at(plain_view(0.25)), 1, {2, 4}));
    CHECK(has_star(level.at(plain_view(1)), 1, {-4, 4}));
}

TEST_CASE("prototypes are hidden with the view, and where the level is none", "[render]") {
    const Level level;
    ViewState view = plain_view(0);
    const std::size_t without = compose(tiny(), view, canvas).legend.size();
    view.prototypes.shown = false;
    CHECK(level.at(view).legend.size() == without);
    view.prototypes = {.shown = true, .level = 1, .batch = {}};
    CHECK(level.at(view).legend.size() == without);
}

TEST_CASE("stars have a legend of their sizes where there is room", "[render]") {
    constexpr Size large{640, 480};
    const Level level;
    std::vector<std::string> words;
    for (const Text& text : level.at(plain_view(0), large).texts)
        if (text.role == TextRole::legend || text.role == TextRole::legend_title)
            words.push_back(text.words);
    // The mean is a third of the samples; stars grow with the root.
    const double mean = static_cast<double>(level.samples) / 3;
    const auto counted = [&](double size) {
        return std::to_string(std::max(std::lround(size * size * mean), 1L));
    };
    CHECK(words == std::vector<std::string>{"Samples of a prototype", counted(0.5), counted(1),
                                            counted(1.5)});
    ViewState view = plain_view(0);
    view.prototypes.shown = false;
    for (const Text& text : level.at(view, large).texts) CHECK(text.role != TextRole::legend_title);
}

TEST_CASE("a selected sample is linked with what pulls it, and dashed with what pushes it",
          "[render]") {
    const Level level;
    ViewState view = selecting(0, {0});
    view.style.intra_links = view.style.inter_links = view.style.trails = false;
    const Frame frame = level.at(view);
    REQUIRE(frame.lines.size() == 2);
    CHECK_FALSE(frame.lines[0].dashed);
    CHECK(frame.lines[0].to == frame.points.mapping.to_pixel({0, 0}));
    CHECK(frame.lines[1].dashed);
    CHECK(frame.lines[1].to == frame.points.mapping.to_pixel({4, 4}));
}

TEST_CASE("samples of a batch are joined where they share a prototype", "[render]") {
    const Level level;
    REQUIRE(level.samples >= 4);
    ViewState view = plain_view(0);
    // 0 and 2 share the first prototype, 1 has the second; the last is no sample.
    view.prototypes.batch = {2, 1, 0, level.samples};
    const Frame frame = level.at(view);
    // The others step back.
    CHECK(frame.points.opacity == Approx(0.25 * level.at(plain_view(0)).points.opacity));
    CHECK(frame.markers.size() == 3);
    REQUIRE(frame.lines.size() == 1);
    CHECK(frame.lines[0].from == frame.points.pixel_of(2));
    CHECK(frame.lines[0].to == frame.points.pixel_of(0));
    CHECK(same_rgb(frame.lines[0].colour, star_colour(0)));
}

TEST_CASE("what a file has wrong of prototypes is left out", "[render]") {
    Level level;
    for (auto& name : level.assignments) name = 7;
    for (auto& name : level.nearest) name = -5;
    ViewState view = selecting(0, {0});
    view.style.intra_links = view.style.inter_links = view.style.trails = false;
    view.prototypes.batch = {0, 1, 2};
    const Frame frame = level.at(view);
    CHECK(frame.lines.empty());
    CHECK(has_star(frame, 0, {0, 0}));
}
