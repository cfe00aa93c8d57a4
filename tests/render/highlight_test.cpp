#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

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

TEST_CASE("a place that is looked at is marked by a cross over everything", "[render]") {
    CHECK(compose(tiny(), plain_view(3.25), canvas).legend.empty());
    ViewState view = plain_view(3.25);
    // A pixel is a tenth of a unit: (120, 40), where sample 2 is.
    view.place = Point{4, 4};
    view.scale = 2;
    const Frame frame = compose(tiny(), view, canvas);
    REQUIRE(frame.legend.size() == 8);
    for (std::size_t arm = 0; arm < 4; ++arm) {
        // On a ground of the canvas's own, which is wider and longer.
        CHECK(frame.legend[arm].colour == frame.canvas);
        CHECK(frame.legend[arm].width == 9);
        CHECK(frame.legend[4 + arm].colour == Style{}.ink);
        CHECK(frame.legend[4 + arm].width == 4);
    }
    CHECK(frame.legend[4].from == Pixel{126, 40});
    CHECK(frame.legend[4].to == Pixel{140, 40});
    CHECK(frame.legend[7].from == Pixel{120, 34});
    CHECK(frame.legend[7].to == Pixel{120, 20});
    CHECK(frame.points.opacity == compose(tiny(), plain_view(3.25), canvas).points.opacity);
    const Image image = drawn(frame);
    CHECK(at(image, 132, 40) == Style{}.ink);
    CHECK(at(image, 132, 36) == frame.canvas);
    CHECK(same_rgb(at(image, 132, 50), white));
}

TEST_CASE("a sample that is absent at an epoch has no marks there", "[render]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<EpochColumns> epochs(3);
    for (int e = 0; e < 3; ++e) {
        EpochColumns& epoch = epochs[static_cast<std::size_t>(e)];
        epoch.number = e;
        epoch.positions = {{0, 0}, {1, 1}, {2, 2}, {3, 3}};
        epoch.predictions = {1, 1, 0, 0};
        epoch.intra = {{0, 1, 1, 1, 1}, {1}};
    }
    epochs[1].positions[1] = {nan, nan};
    epochs[1].predictions[1] = -1;
    // Sample 3 has no label, so its prediction is not wrong.
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 0, 0, -1}, epochs);
    ViewState view = selecting(1, {0, 1});
    const Frame frame = compose(series, view, canvas);
    CHECK(frame.lines.empty());
    CHECK(frame.markers.size() == 1);
    view.playhead = 0;
    CHECK(compose(series, view, canvas).lines.size() == 1);
    view.style.trails = true;
    view.selection = {1};
    CHECK(compose(series, view, canvas).lines.empty());
    view = plain_view(1);
    view.style.ring_wrong = true;
    CHECK(compose(series, view, canvas).markers.size() == 1);
    view.playhead = 0;
    CHECK(compose(series, view, canvas).markers.size() == 2);
    // Between both epochs it has no place either.
    CHECK(compose(series, selecting(0.5, {1}), canvas).markers.empty());
    CHECK(drawn(compose(series, selecting(0.5, {1}), canvas)).rgba.size() > 0);
}
