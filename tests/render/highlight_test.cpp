#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/contrast.h>
#include <epochscope/render/teacher_links.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>
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

namespace {

/// The view of a trail alone.
ViewState trail_view(double playhead) {
    ViewState view = selecting(playhead, {0});
    view.style.trails = true;
    view.style.intra_links = false;
    view.style.inter_links = false;
    return view;
}

/// The lines over the halo.
std::vector<Line> cores_of(const Frame& frame) {
    std::vector<Line> cores;
    std::ranges::copy_if(frame.trails, std::back_inserter(cores),
                         [&](const Line& line) { return !(line.colour == frame.canvas); });
    return cores;
}

/// One sample that goes right by 4 units an epoch, as each of the classes.
EpochSeries striding() {
    std::vector<EpochColumns> epochs;
    for (int e = 0; e < 4; ++e) {
        EpochColumns epoch;
        epoch.number = e;
        epoch.positions = {{static_cast<float>(4 * e) - 6, 0}};
        epoch.predictions = {e % 3};
        epochs.push_back(epoch);
    }
    return make_series({{"y", "b", "d"}, {{255, 240, 60}, {0, 0, 90}, {128, 128, 128}}}, {0},
                       epochs);
}

}  // namespace

TEST_CASE("a trail goes through all epochs and weakens with the distance", "[render]") {
    const Frame frame = compose(tiny(), trail_view(2.5), canvas);
    // 0-1, 1-2, 2-here, here-3, 3-4, each with its halo; links and axes have none.
    CHECK(frame.lines.empty());
    REQUIRE(frame.trails.size() == 10);
    std::vector<Line> cores = cores_of(frame);
    REQUIRE(cores.size() == 5);
    CHECK(std::ranges::is_sorted(cores, {}, &Line::width));
    std::ranges::sort(cores, {}, [](const Line& line) { return line.from.x; });
    CHECK(cores[0].from.x < 80);
    CHECK(cores[2].to.x > 105);
    CHECK(cores[4].to.x > 120);
    CHECK(cores[0].width < cores[1].width);
    CHECK(cores[1].width < cores[2].width);
    // As far from the playhead, the past is the stronger.
    CHECK(cores[2].width > cores[3].width);
    CHECK(cores[3].width > cores[4].width);
    for (const Line& line : frame.trails) CHECK(line.colour.a == 255);
    // A dot an epoch, and the sample itself.
    CHECK(frame.markers.size() == 6);
}

TEST_CASE("a trail is dashed where the move is the layout's", "[render]") {
    const auto trust = std::make_shared<Trust>();
    const std::vector<float> kept{1};
    const std::vector<float> real{-9};
    const std::vector<float> invented{3.5F};
    trust->preserved = {kept, kept, kept, kept};
    trust->motion = {{}, real, invented, real};
    const PreservedLevels levels(trust);
    const EpochSeries series = striding();
    const ViewState view = trail_view(1.5);
    const Frame frame = compose(series, view, {800, 200}, {}, 1, &levels);
    std::size_t dashed = 0;
    for (const Line& line : cores_of(frame)) {
        // The second step is from -2 to 2, in two pieces and with an arrow or two.
        const double middle = (line.from.x + line.to.x) / 2;
        const bool is_invented = middle > 300 && middle < 500;
        if (line.dashed) CHECK(is_invented);
        dashed += line.dashed ? 1 : 0;
    }
    CHECK(dashed >= 2);
    for (const Line& line : frame.trails)
        if (line.colour == frame.canvas) CHECK_FALSE(line.dashed);
    const Frame unknown = compose(series, view, {800, 200});
    CHECK(std::ranges::none_of(unknown.trails, &Line::dashed));
}

TEST_CASE("a trail is coloured by the predictions at its epochs", "[render]") {
    const Frame frame = compose(tiny(), trail_view(4), canvas);
    std::vector<Line> cores = cores_of(frame);
    REQUIRE(cores.size() == 4);
    std::ranges::sort(cores, {}, [](const Line& line) { return line.from.x; });
    // The first epoch predicts nothing: the label's red. Then it is taken for green.
    CHECK(cores[0].colour.r > cores[0].colour.g);
    for (std::size_t k = 1; k < cores.size(); ++k) CHECK(cores[k].colour.g > cores[k].colour.r);
}

TEST_CASE("a trail is seen on any ground, light and dark", "[render]") {
    const EpochSeries series = striding();
    for (const bool dark : {false, true}) {
        ViewState view = trail_view(GENERATE(0.0, 1.5, 3.0));
        if (dark) {
            view.style.canvas = {0x1b, 0x1d, 0x21};
            view.style.ink = {0xe8, 0xea, 0xed};
        }
        const Frame frame = compose(series, view, canvas);
        const std::vector<Line> cores = cores_of(frame);
        CHECK(cores.size() >= 3);
        for (const Line& line : cores) CHECK(contrast(line.colour, frame.canvas) >= 3);
        for (std::size_t k = 0; k + 1 < frame.markers.size(); ++k)
            CHECK(contrast(frame.markers[k].fill, frame.canvas) >= 3);
        // The halo lies around the line, over the samples.
        const Image image = drawn(frame);
        int halo = 0;
        for (int y = 74; y < 86; ++y) halo += same_rgb(at(image, 50, y), frame.canvas) ? 1 : 0;
        CHECK(halo >= 2);
    }
}

TEST_CASE("arrows show the direction of a trail where there is room", "[render]") {
    const auto rays_of = [](const Frame& frame) {
        return std::ranges::count_if(frame.trails,
                                     [](const Line& line) { return line.from.y != line.to.y; });
    };
    CHECK(rays_of(compose(tiny(), trail_view(4), canvas)) == 0);
    const Frame frame = compose(striding(), trail_view(3), canvas);
    // They meet at the tip.
    REQUIRE(rays_of(frame) >= 8);
    for (const Line& line : frame.trails) {
        if (line.from.y == line.to.y) continue;
        CHECK(line.to.x > line.from.x);
        CHECK(std::abs(line.to.y - 80) < std::abs(line.from.y - 80));
    }
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
    view.style.inter_links = false;
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

TEST_CASE("links to teachers grow as epochs go by", "[render]") {
    ViewState view = selecting(0, {0});
    view.style.intra_links = view.style.inter_links = false;
    view.style.teacher_links = true;
    // Of the strongest, 4, a half and all until the two recorded epochs; the other takes back what
    // it gave, and gives it again.
    const std::int64_t first = tiny().epoch(0).number;
    const std::int64_t last = tiny().epoch(tiny().epoch_count() - 1).number;
    const SampleTeachers teachers{.sample = 0,
                                  .proponents = {{.sample = 1, .score = 4, .by_epoch = {2, 2}}},
                                  .opponents = {{.sample = 2, .score = -2, .by_epoch = {1, -3}}}};
    const TeacherLinks links = teacher_links_of(teachers, {first, last});
    CHECK(links.strength_at(links.links[0], static_cast<double>(first) - 1) == 0.5F);
    CHECK(links.strength_at(links.links[0], static_cast<double>(first + last) / 2) == Approx(0.75));
    CHECK(links.strength_at(links.links[0], static_cast<double>(last) + 1) == 1);
    CHECK(links.strength_at(links.links[1], static_cast<double>(first)) == 0);
    CHECK(links.strength_at(links.links[1], static_cast<double>(last)) == 0.5F);
    CHECK(compose(tiny(), view, canvas).lines.empty());
    view.teachers = std::make_shared<const TeacherLinks>(links);
    const Frame begin = compose(tiny(), view, canvas);
    REQUIRE(begin.lines.size() == 1);
    CHECK_FALSE(begin.lines[0].dashed);
    CHECK(same_rgb(begin.lines[0].colour, view.style.ink));
    CHECK(begin.markers.size() == 2);
    view.playhead = static_cast<double>(tiny().epoch_count() - 1);
    const Frame end = compose(tiny(), view, canvas);
    REQUIRE(end.lines.size() == 2);
    CHECK(end.lines[0].width > begin.lines[0].width);
    CHECK(end.lines[1].dashed);
    CHECK(end.lines[1].width < end.lines[0].width);
    CHECK(end.markers.size() == 3);
    // They are of sample 0 alone.
    view.selection = {1};
    CHECK(compose(tiny(), view, canvas).lines.empty());
    view.selection = {0};
    view.style.teacher_links = false;
    CHECK(compose(tiny(), view, canvas).lines.empty());
}
