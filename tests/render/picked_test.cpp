#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/density.h>
#include <epochscope/render/pick.h>

#include <cmath>
#include <memory>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Samples = std::vector<std::size_t>;

std::shared_ptr<const PickedSamples> picked(std::size_t count, const Samples& samples) {
    return std::make_shared<const PickedSamples>(count, samples);
}

ViewState picking(const Samples& samples, double playhead = 0) {
    ViewState view = plain_view(playhead);
    view.picked = picked(4, samples);
    return view;
}

/// So many samples in a cloud, of two classes by turns.
EpochSeries cloud(std::size_t count) {
    std::mt19937 random(5);
    std::normal_distribution<float> place(0, 2);
    EpochColumns epoch;
    epoch.number = 1;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < count; ++i) {
        epoch.positions.push_back({place(random), place(random)});
        labels.push_back(static_cast<std::int32_t>(i % 2));
        epoch.predictions.push_back(0);
    }
    return make_series({{"a", "b"}, {red, blue}}, labels, {epoch});
}

/// One of each `step` samples.
Samples every(std::size_t step, std::size_t count) {
    Samples samples;
    for (std::size_t i = 0; i < count; i += step) samples.push_back(i);
    return samples;
}

}  // namespace

TEST_CASE("picked samples keep their colours while the others step back", "[render]") {
    const PointLayer before = compose(tiny(), plain_view(0), canvas).points;
    const PointLayer points = compose(tiny(), picking({0, 2}), canvas).points;
    for (const std::size_t sample : {0U, 2U})
        CHECK(points.alpha_of(sample) == before.alpha_of(sample));
    for (const std::size_t sample : {1U, 3U})
        CHECK(points.alpha_of(sample) == Approx(before.alpha_of(sample) / 4));
    const Image plain = drawn(compose(tiny(), plain_view(0), canvas));
    const Image image = drawn(compose(tiny(), picking({0, 2}), canvas));
    // Where samples 0 (red), 2 (green) and 1 (red) lie.
    CHECK(at(image, 80, 80) == at(plain, 80, 80));
    CHECK(at(image, 120, 40) == at(plain, 120, 40));
    // 255 + (200 - 255) * 54 / 255, where 54 is 255 * 0.85 / 4.
    CHECK(at(image, 40, 40) == Colour{243, 201, 201});
}

TEST_CASE("what is selected does not make picked samples step back", "[render]") {
    ViewState view = picking({1, 2});
    const float alone = compose(tiny(), view, canvas).points.alpha_of(1);
    view.selection = {0};
    const PointLayer points = compose(tiny(), view, canvas).points;
    CHECK(points.alpha_of(1) == alone);
    CHECK(points.alpha_of(3) == Approx(alone / 4));
}

TEST_CASE("rings around wrong predictions step back with their samples", "[render]") {
    // At the second epoch samples 0 (as 1) and 2, 3 (as 1 and 2, right), so only 0 is wrong.
    ViewState view = picking({1}, 1);
    view.style.ring_wrong = true;
    const auto ring_alpha = [&](const Samples& samples) {
        view.picked = picked(4, samples);
        const Frame frame = compose(tiny(), view, canvas);
        REQUIRE(frame.markers.size() == 1);
        return int{frame.markers[0].ring.a};
    };
    CHECK(ring_alpha({0}) == 204);
    CHECK(ring_alpha({1}) == 51);
}

TEST_CASE("picks of another series, and none, mean nothing", "[render]") {
    ViewState view = plain_view(0);
    for (const auto& other : {picked(5, {0}), picked(4, {})}) {
        view.picked = other;
        const PointLayer points = compose(tiny(), view, canvas).points;
        CHECK_FALSE(points.picked);
        CHECK(points.alpha_of(1) == compose(tiny(), plain_view(0), canvas).points.alpha_of(1));
    }
}

TEST_CASE("picked samples lie over all others, for the eye and the pointer", "[render]") {
    Points points;
    points.places = {{10, 10}, {10, 10}, {30, 10}};
    points.classes = {0, 1, 0};
    Frame frame = empty_frame({40, 20});
    frame.points = points.layer(4);
    CHECK(at(drawn(frame), 10, 10) == Colour{0, 100, 200});
    CHECK(pick(frame.points, {10, 10}, 3) == 1);
    frame.points.picked = picked(3, {0});
    CHECK(at(drawn(frame), 10, 10) == Colour{200, 100, 0});
    CHECK(pick(frame.points, {10, 10}, 3) == 0);
    // One that is nearer is meant all the same.
    CHECK(pick(frame.points, {30, 10}, 30) == 2);
    // Nothing is drawn of a picked sample that is hidden.
    frame.points.hidden = {1, 0};
    CHECK(at(drawn(frame), 10, 10) == Colour{0, 100, 200});
}

TEST_CASE("a coarse frame shows all picked samples, unless they are many", "[render]") {
    const EpochSeries series = cloud(40'000);
    ViewState view = plain_view(0);
    view.style.points = PointMode::points;
    view.style.ring_wrong = true;
    view.picked = picked(40'000, every(1001, 40'000));
    const Frame few = compose(series, view, canvas, {}, 64);
    CHECK(few.points.picked_stride == 1);
    CHECK(few.points.alpha_of(1001) == compose(series, view, canvas).points.alpha_of(1001));
    for (const std::size_t sample : view.picked->samples()) CHECK(few.points.is_drawn(sample));
    // Of the wrong ones, those with an odd number, too.
    std::size_t strong = 0;
    for (const Marker& marker : few.markers) strong += marker.ring.a == 204;
    CHECK(strong == 20);
    view.picked = picked(40'000, every(2, 40'000));
    const Frame many = compose(series, view, canvas, {}, 64);
    CHECK(many.points.picked_stride == 64);
    std::size_t drawn_ones = 0;
    for (const std::size_t sample : view.picked->samples())
        drawn_ones += many.points.is_drawn(sample) ? 1 : 0;
    CHECK(drawn_ones > 200);
    CHECK(drawn_ones < 450);
}

TEST_CASE("the density of picked samples lies over that of the others", "[render]") {
    const EpochSeries series = cloud(30'000);
    ViewState view = plain_view(0);
    view.style.points = PointMode::density;
    const Image plain = density_image(compose(series, view, canvas));
    // All of them: nothing is left to step back.
    view.picked = picked(30'000, every(1, 30'000));
    CHECK(density_image(compose(series, view, canvas)).rgba == plain.rgba);
    // The red ones, those with an even number, are the red ones alone over faint blue ones.
    view.picked = picked(30'000, every(2, 30'000));
    const Image half = density_image(compose(series, view, canvas));
    view.hidden = {false, true};
    view.picked = nullptr;
    const Frame red_alone = compose(series, view, canvas);
    const Colour middle = at(half, 80, 80);
    CHECK(middle.r > 3 * middle.b);
    CHECK(at(density_image(red_alone), 80, 80).r > 0);
    CHECK(density_image(compose(series, view, canvas), 1).rgba ==
          density_image(compose(series, view, canvas), 2).rgba);
}
