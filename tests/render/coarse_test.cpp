#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/render/density.h>
#include <epochscope/render/pick.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr Size size{320, 240};

/// 40,003 samples in a cloud.
Points cloud() {
    std::mt19937 random(5);
    std::normal_distribution<float> place(0, 40);
    Points points;
    for (int i = 0; i < 40003; ++i) {
        points.places.push_back({160 + place(random), 120 + place(random)});
        points.classes.push_back(i % 2);
    }
    return points;
}

std::vector<std::size_t> drawn_samples(PointLayer layer, std::size_t stride) {
    layer.stride = stride;
    std::vector<std::size_t> samples;
    for (std::size_t k = 0; k < layer.drawn_count(); ++k) samples.push_back(layer.drawn_sample(k));
    return samples;
}

/// How dark a picture is on white: 0..1.
double ink_of(const Image& image) {
    double sum = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        sum += 255 * 3 - image.rgba[i] - image.rgba[i + 1] - image.rgba[i + 2];
    return sum / (255 * 3 * static_cast<double>(image.rgba.size()) / 4);
}

/// A series of the cloud, a hundredth of it predicted wrong.
EpochSeries cloud_series() {
    Points points = cloud();
    EpochColumns epoch;
    epoch.number = 1;
    for (const Point p : points.places)
        epoch.positions.push_back({(p.x - 160) / 10, (p.y - 120) / 10});
    epoch.predictions = points.classes;
    for (std::size_t i = 0; i < points.places.size(); i += 100)
        epoch.predictions[i] = 1 - epoch.predictions[i];
    return make_series({{"a", "b"}, {red, blue}}, points.classes, {epoch});
}

}  // namespace

TEST_CASE("of a coarse layer one sample of each stride is drawn, those of a larger one among them",
          "[render]") {
    const Points points = cloud();
    const PointLayer layer = points.layer(2);
    std::vector<std::size_t> finer = drawn_samples(layer, 1);
    REQUIRE(finer.size() == points.places.size());
    for (std::size_t stride = 2; stride <= PointLayer::max_stride; stride *= 2) {
        const std::vector<std::size_t> samples = drawn_samples(layer, stride);
        REQUIRE(samples.size() == points.places.size() / stride);
        for (std::size_t k = 0; k < samples.size(); ++k) CHECK(samples[k] / stride == k);
        CHECK(std::includes(finer.begin(), finer.end(), samples.begin(), samples.end()));
        finer = samples;
    }
    // Of two classes that take turns both are drawn.
    const auto odd = std::count_if(finer.begin(), finer.end(), [](auto i) { return i % 2 == 1; });
    CHECK(odd > 30);
    CHECK(odd < 126);
}

TEST_CASE("a coarse layer is drawn as the samples it has would be alone", "[render]") {
    const Points points = cloud();
    Frame frame = empty_frame(size);
    frame.points = points.layer(2.5F);
    frame.points.stride = 8;
    Points few;
    for (const std::size_t i : drawn_samples(frame.points, 8)) {
        few.places.push_back(points.places[i]);
        few.classes.push_back(points.classes[i]);
    }
    Frame alone = empty_frame(size);
    alone.points = few.layer(2.5F);
    CHECK(drawn(frame).rgba == drawn(alone).rgba);
    CHECK(frame.points.is_drawn(frame.points.drawn_sample(3)));
    CHECK_FALSE(frame.points.is_drawn(frame.points.drawn_sample(3) + 1));
    // But all of them are picked.
    for (const std::size_t i : {1000U, 1001U, 1002U, 1003U})
        CHECK(pick(frame.points, frame.points.pixel_of(i), 0.01F) == i);
}

TEST_CASE("a coarse frame is about as dense as the exact one", "[render]") {
    const EpochSeries series = cloud_series();
    ViewState view = plain_view(0);
    // Too small for a legend, which would cover samples.
    constexpr Size small{size.width - 2, size.height - 2};
    for (const PointMode mode : {PointMode::points, PointMode::density}) {
        view.style.points = mode;
        const double exact = ink_of(drawn(compose(series, view, small)));
        REQUIRE(exact > 0.1);
        for (const std::size_t stride : {2U, 4U, 8U}) {
            const double coarse = ink_of(drawn(compose(series, view, small, {}, stride)));
            CAPTURE(mode, stride);
            CHECK(coarse == Approx(exact).epsilon(0.4));
        }
    }
}

TEST_CASE("a coarse frame has all that stands out and fewer rings", "[render]") {
    const EpochSeries series = cloud_series();
    ViewState view = plain_view(0);
    view.selection = {7, 100};
    const Frame exact = compose(series, view, size);
    const Frame coarse = compose(series, view, size, {}, 8);
    REQUIRE(exact.markers.size() > 2);
    REQUIRE(coarse.markers.size() == exact.markers.size());
    for (std::size_t i = 0; i < exact.markers.size(); ++i)
        CHECK(coarse.markers[i].centre == exact.markers[i].centre);
    CHECK(coarse.lines.size() == exact.lines.size());
    // 401 are wrong: of the selected ones sample 100, whose ring stays.
    view.selection = {100};
    view.style.ring_wrong = true;
    const auto rings = [](const Frame& frame) {
        return std::count_if(frame.markers.begin(), frame.markers.end(),
                             [](const Marker& marker) { return marker.fill.a == 0; });
    };
    CHECK(rings(compose(series, view, size)) == 401);
    const Frame few = compose(series, view, size, {}, 8);
    CHECK(rings(few) < 401 / 4);
    const Pixel place = few.points.pixel_of(100);
    CHECK(std::any_of(few.markers.begin(), few.markers.end(), [&](const Marker& marker) {
        return marker.fill.a == 0 && marker.centre == place;
    }));
}

TEST_CASE("drawing ends when it is asked to stop", "[render]") {
    const Points points = cloud();
    Frame frame = empty_frame(size);
    frame.points = points.layer(2);
    Image image(size);
    std::stop_source stop;
    CHECK_NOTHROW(raster(frame, image, 2, stop.get_token()));
    stop.request_stop();
    CHECK_THROWS_AS(raster(frame, image, 2, stop.get_token()), Cancelled);
    frame.density.emplace();
    CHECK_THROWS_AS(raster(frame, image, 2, stop.get_token()), Cancelled);
    CHECK_THROWS_AS(content_box(tiny(), {}, nullptr, stop.get_token()), Cancelled);
    CHECK_THROWS_AS(density_image(frame, 1, stop.get_token()), Cancelled);
}
