#include "gl/offscreen.h"

#include <epochscope/gl/gl_renderer.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <vector>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

namespace {

constexpr Size odd_size{317, 211};

/// Samples strewn over the plane, a tenth of them beyond the canvas.
struct Samples {
    std::vector<Point> from;
    std::vector<Point> to;
    std::vector<std::int32_t> classes;
    std::vector<float> confidence;

    explicit Samples(std::size_t count) {
        std::mt19937 random(7);
        std::uniform_real_distribution<float> place(-8.8F, 8.8F);
        std::uniform_real_distribution<float> share(0, 1);
        for (std::size_t i = 0; i < count; ++i) {
            from.push_back({place(random), place(random)});
            to.push_back({place(random), place(random)});
            classes.push_back(static_cast<std::int32_t>(random() % 5));
            confidence.push_back(share(random));
        }
    }
};

Frame empty_frame(Size size = odd_size) {
    Frame frame;
    frame.size = size;
    frame.canvas = {250, 248, 240};
    return frame;
}

PointLayer layer_of(const Samples& samples, const Camera& camera, Size size) {
    PointLayer layer;
    layer.from = samples.from;
    layer.to = samples.to;
    layer.mapping = mapping_of(camera, default_frame, size);
    layer.colour_index = samples.classes;
    layer.labels = samples.classes;
    layer.palette = {{230, 30, 30}, {20, 160, 60}, {30, 60, 220, 128}, {0, 0, 0}, {255, 200, 0}};
    return layer;
}

std::shared_ptr<const Image> picture(Size size, std::uint32_t seed, bool opaque) {
    std::mt19937 random(seed);
    Image image(size);
    for (std::size_t i = 0; i < image.rgba.size(); ++i)
        image.rgba[i] = opaque && i % 4 == 3 ? 255 : static_cast<std::uint8_t>(random() % 256);
    return std::make_shared<const Image>(std::move(image));
}

Colour pixel_of(const Image& image, int x, int y) {
    const auto* p = image.rgba.data() + (static_cast<std::ptrdiff_t>(y) * image.size.width + x) * 4;
    return {p[0], p[1], p[2], p[3]};
}

}  // namespace

TEST_CASE("The probe says what it found") {
    const gl::Probe& found = gl::probe();
    CHECK_FALSE(found.description.empty());
    CHECK((found.usable || !found.hardware));
    CHECK(&gl::probe() == &found);
}

TEST_CASE("gl puts colours where they belong") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    // Two samples in a plane that spans the canvas: (-4, 4) is at pixel (25, 25), (4, -4) at (75,
    // 75).
    const std::vector<Point> places{{-4, 4}, {4, -4}};
    const std::vector<std::int32_t> classes{1, 0};
    Frame frame = empty_frame({100, 100});
    frame.points.from = frame.points.to = places;
    frame.points.mapping = mapping_of(home(default_frame), default_frame, frame.size);
    frame.points.colour_index = frame.points.labels = classes;
    frame.points.palette = {{255, 0, 0}, {0, 0, 255}};
    frame.lines = {{{0, 50}, {100, 50}, {0, 0, 0}, 2, false}};
    frame.markers = {{{50, 10}, 3, {0, 255, 0}, {255, 0, 255}, 4}};
    const Image drawn = offscreen.draw(frame);
    CHECK(pixel_of(drawn, 0, 0) == Colour{250, 248, 240, 255});
    CHECK(pixel_of(drawn, 25, 25) == Colour{0, 0, 255, 255});
    CHECK(pixel_of(drawn, 75, 75) == Colour{255, 0, 0, 255});
    CHECK(pixel_of(drawn, 30, 49) == Colour{0, 0, 0, 255});
    CHECK(pixel_of(drawn, 30, 50) == Colour{0, 0, 0, 255});
    CHECK(pixel_of(drawn, 30, 51) == Colour{250, 248, 240, 255});
    CHECK(pixel_of(drawn, 50, 10) == Colour{0, 255, 0, 255});
    CHECK(pixel_of(drawn, 55, 10) == Colour{255, 0, 255, 255});
}

TEST_CASE("gl draws points as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const Samples samples(3000);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), frame.size);
    for (const float t : {0.0F, 0.3F}) {
        frame.points.t = t;
        check_against_raster(offscreen, frame, "points at t " + std::to_string(t));
    }
    frame.points.confidence = samples.confidence;
    frame.points.opacity = 0.85F;
    check_against_raster(offscreen, frame, "points with confidence");
    frame.points.hidden = {0, 1, 0, 0, 1};
    check_against_raster(offscreen, frame, "points with hidden classes");
    frame.points.radius = 21.3F;
    check_against_raster(offscreen, frame, "large points, clipped at the edges");
    frame.points.radius = 0.4F;
    check_against_raster(offscreen, frame, "points smaller than a pixel");
    // No sprite is so large.
    frame.points.radius = 3000;
    frame.points.opacity = 0.02F;
    frame.points.from = frame.points.from.first(30);
    frame.points.to = frame.points.to.first(30);
    check_against_raster(offscreen, frame, "points larger than the canvas");
}

TEST_CASE("gl draws points of more classes than a byte counts as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const std::size_t classes = GENERATE(255, 256, 300, 70000);
    Samples samples(2000);
    std::mt19937 random(2);
    std::vector<Colour> palette;
    for (std::size_t c = 0; c < classes; ++c)
        palette.push_back({static_cast<std::uint8_t>(random() % 256),
                           static_cast<std::uint8_t>(random() % 256), 40});
    for (std::int32_t& c : samples.classes) c = static_cast<std::int32_t>(random() % classes);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), frame.size);
    frame.points.palette = palette;
    check_against_raster(offscreen, frame, std::to_string(classes) + " classes");
    frame.points.hidden.assign(classes, 0);
    for (std::size_t c = 0; c < classes; c += 2) frame.points.hidden[c] = 1;
    check_against_raster(offscreen, frame, std::to_string(classes) + " classes, half hidden");
}

TEST_CASE("gl draws as raster does at the closest look") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    // Neighbouring floats around (1.1, -2.3) are pixels apart at this zoom.
    Samples samples(400);
    std::mt19937 random(11);
    for (std::size_t i = 0; i < samples.from.size(); ++i) {
        const auto step = static_cast<float>(random() % 41) - 20;
        const auto other = static_cast<float>(random() % 41) - 20;
        samples.from[i] = {1.1F + step * 1.2e-7F, -2.3F + other * 2.4e-7F};
        samples.to[i] = samples.from[i];
    }
    Frame frame = empty_frame({640, 480});
    frame.points = layer_of(samples, {{1.1F, -2.3F}, 100000, true}, frame.size);
    check_against_raster(offscreen, frame, "points at a zoom of 100000");
}

TEST_CASE("gl draws backgrounds as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const bool opaque = GENERATE(true, false);
    const auto origin = GENERATE(Origin::lower, Origin::upper);
    BackgroundLayer layer{
        picture({13, 7}, 1, opaque), picture({50, 40}, 2, opaque), 0, origin, {0, 0}, {317, 211}};
    Frame frame = empty_frame();
    const std::string kind = std::string(opaque ? "background" : "translucent background") +
                             (origin == Origin::lower ? ", lower" : ", upper");
    for (const float t : {0.0F, 0.4F}) {
        layer.t = t;
        frame.background = layer;
        check_against_raster(offscreen, frame, kind + ", t " + std::to_string(t));
    }
    layer.top_left = {-120.3F, 20.25F};
    layer.bottom_right = {250.75F, 400.5F};
    frame.background = layer;
    check_against_raster(offscreen, frame, kind + ", beyond the canvas");
    layer.to = nullptr;
    frame.background = layer;
    check_against_raster(offscreen, frame, kind + ", fading to nothing");
    layer.to = layer.from;
    layer.from = nullptr;
    frame.background = layer;
    check_against_raster(offscreen, frame, kind + ", fading from nothing");
}

TEST_CASE("gl draws a detail over the background as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const bool dark = GENERATE(false, true);
    Frame frame = empty_frame();
    if (dark) frame.canvas = {28, 30, 36};
    const auto whole = picture({13, 7}, 1, true);
    const auto from = picture({120, 90}, 2, true);
    const auto to = picture({120, 90}, 3, true);
    frame.background =
        BackgroundLayer{whole, whole, 0, Origin::lower, {-200, -100}, {500, 400}, dark};
    frame.detail = BackgroundLayer{from, to, 0.3F, Origin::lower, {100, 60}, {220, 150}, dark};
    check_against_raster(offscreen, frame, "detail, a pixel for a pixel");
    frame.detail->top_left = {-20.25F, 31.5F};
    frame.detail->bottom_right = {250.75F, 300};
    check_against_raster(offscreen, frame, "detail, scaled and beyond the canvas");
}

TEST_CASE("gl turns a background's lightness over as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const bool opaque = GENERATE(true, false);
    Frame frame = empty_frame();
    frame.canvas = {28, 30, 36};
    frame.background = BackgroundLayer{picture({13, 7}, 1, opaque),
                                       picture({50, 40}, 2, opaque),
                                       0.4F,
                                       Origin::lower,
                                       {-20, 15.5F},
                                       {300, 250},
                                       true};
    check_against_raster(offscreen, frame, "background on a dark canvas");
    frame.background->to = nullptr;
    check_against_raster(offscreen, frame, "background on a dark canvas, fading to nothing");
}

TEST_CASE("gl draws lines as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const bool dashed = GENERATE(false, true);
    std::mt19937 random(5);
    std::uniform_real_distribution<float> place(-60, 380);
    for (const float width : {0.5F, 1.0F, 2.5F, 9.0F}) {
        Frame frame = empty_frame();
        for (int i = 0; i < 60; ++i) {
            const Colour colour{static_cast<std::uint8_t>(4 * i), 90, 200,
                                static_cast<std::uint8_t>(255 - 3 * i)};
            frame.lines.push_back({{place(random), place(random)},
                                   {place(random), place(random)},
                                   colour,
                                   width,
                                   dashed});
        }
        frame.lines.push_back({{20, 30.5F}, {200, 30.5F}, {0, 0, 0}, width, dashed});
        frame.lines.push_back({{-40, 60}, {30000, 90}, {0, 0, 0}, width, dashed});
        frame.lines.push_back({{5, 5}, {5, 5}, {255, 0, 0}, width, dashed});
        check_against_raster(
            offscreen, frame,
            (dashed ? "dashes of width " : "lines of width ") + std::to_string(width));
    }
}

TEST_CASE("gl draws markers as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    Frame frame = empty_frame();
    std::mt19937 random(9);
    std::uniform_real_distribution<float> x(-10, 327);
    std::uniform_real_distribution<float> y(-10, 221);
    for (int i = 0; i < 80; ++i) {
        const auto shade = static_cast<std::uint8_t>(3 * i);
        const auto alpha = static_cast<std::uint8_t>(random() % 256);
        frame.markers.push_back({{x(random), y(random)},
                                 static_cast<float>(i % 9),
                                 {shade, 100, 30, alpha},
                                 {20, shade, 220, 200},
                                 static_cast<float>(i % 4) * 0.75F});
    }
    check_against_raster(offscreen, frame, "markers");
}

TEST_CASE("gl draws pictures of samples and trails over them as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const Samples samples(300);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), frame.size);
    const auto add = [&](Pixel centre, Size size, float opacity) {
        SamplePicture shown;
        shown.centre = centre;
        shown.border = {20, 160, 60};
        shown.rim = {0, 0, 0};
        shown.rim_width = 2;
        shown.opacity = opacity;
        shown.image = picture(size, 4, false);
        frame.pictures.push_back(shown);
    };
    add({80.4F, 90.7F}, {8, 8}, 1);
    add({160, 100}, {90, 60}, 0.25F);
    add({2, 209}, {32, 32}, 1);
    frame.trails = {{{10, 95}, {300, 105}, {255, 255, 255}, 6.5F, false},
                    {{10, 95}, {300, 105}, {200, 30, 30}, 3, false}};
    frame.markers = {{{160, 100}, 3, {0, 90, 200}, {255, 255, 255}, 1}};
    check_against_raster(offscreen, frame, "pictures and a trail");
    frame.pictures.front().image = nullptr;
    check_against_raster(offscreen, frame, "a picture that is not known");
}

TEST_CASE("gl draws the same whatever was left by others") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const Samples samples(500);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), frame.size);
    const Image before = offscreen.draw(frame);
    QOpenGLFunctions& gl = offscreen.functions();
    gl.glEnable(GL_SCISSOR_TEST);
    gl.glScissor(0, 0, 5, 5);
    gl.glEnable(GL_CULL_FACE);
    gl.glCullFace(GL_FRONT_AND_BACK);
    gl.glBlendFunc(GL_ZERO, GL_ZERO);
    gl.glColorMask(GL_FALSE, GL_TRUE, GL_TRUE, GL_TRUE);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, 3);
    gl.glEnable(GL_FALSE);  // leaves an error
    CHECK(offscreen.draw(frame).rgba == before.rgba);
}

TEST_CASE("gl uploads positions once, and anew when told to forget them") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    Samples samples(50);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), frame.size);
    const Image before = offscreen.draw(frame);
    for (Point& p : samples.from) p.x = -p.x;
    CHECK(offscreen.draw(frame).rgba == before.rgba);
    offscreen.renderer().forget();
    CHECK(offscreen.draw(frame).rgba != before.rgba);
    check_against_raster(offscreen, frame, "after forgetting");
}

TEST_CASE("gl tells pictures apart that follow each other at one address") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    Frame frame = empty_frame();
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        // Each is freed before the next is made, as a cache of backgrounds does.
        frame.background.reset();
        frame.background = BackgroundLayer{
            picture({8, 8}, seed, true), nullptr, 0, Origin::upper, {0, 0}, {317, 211}};
        check_against_raster(offscreen, frame, "picture " + std::to_string(seed));
    }
}

TEST_CASE("gl shows how many samples there are as raster does, and its legend") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    const Samples samples(5000);
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), odd_size);
    frame.density = DensityLayer{};
    frame.legend.push_back({{280, 40}, {280, 120}, {10, 20, 30}, 8, false});
    check_against_raster(offscreen, frame, "density and its legend");
}

TEST_CASE("gl draws what is of no class, and nothing that is nowhere, as raster does") {
    if (!have_opengl()) return;
    Offscreen offscreen;
    Samples samples(40);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    samples.classes[3] = 5;
    samples.classes[4] = -1;
    samples.from[5].x = nan;
    samples.to[6].y = std::numeric_limits<float>::infinity();
    samples.confidence[7] = nan;
    samples.confidence[8] = 3;
    Frame frame = empty_frame();
    frame.points = layer_of(samples, home(default_frame), odd_size);
    frame.points.labels = {};
    frame.points.confidence = samples.confidence;
    frame.points.t = 0.5F;
    frame.points.radius = 9;
    check_against_raster(offscreen, frame, "values that nobody checked");
}
