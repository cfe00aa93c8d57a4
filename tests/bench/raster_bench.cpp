// Frames drawn by raster: points alone and over a cross-faded background.
#include "bench.h"

#include <epochscope/render/raster.h>

#include <memory>
#include <random>

namespace epochscope::bench {

namespace {

constexpr Size canvas{1280, 800};

std::vector<Point> random_points(std::mt19937& random, std::size_t count) {
    std::normal_distribution<float> place(0, 2.5F);
    std::vector<Point> points(count);
    for (Point& p : points) p = {place(random), place(random)};
    return points;
}

std::shared_ptr<const Image> random_picture(std::mt19937& random) {
    auto image = std::make_shared<Image>(Size{1000, 800});
    for (std::uint8_t& byte : image->rgba) byte = static_cast<std::uint8_t>(random() & 255U);
    return image;
}

void bench_points(std::size_t count) {
    std::mt19937 random(1);
    const auto from = random_points(random, count);
    const auto to = random_points(random, count);
    std::vector<std::int32_t> classes(count);
    for (std::int32_t& c : classes) c = static_cast<std::int32_t>(random() % 10);
    Frame frame;
    frame.size = canvas;
    frame.points.from = from;
    frame.points.to = to;
    frame.points.t = 0.4F;
    frame.points.mapping = mapping_of(home(default_frame), default_frame, canvas);
    frame.points.radius = 2;
    frame.points.colour_index = classes;
    frame.points.palette.assign(10, Colour{30, 120, 200});
    frame.points.opacity = 0.85F;
    const BackgroundLayer background{
        random_picture(random), random_picture(random), 0.4F, Origin::lower, {0, 0}, {1280, 800}};
    Image image(canvas);
    for (const bool with_background : {false, true}) {
        if (with_background) frame.background.emplace(background);
        for (const int threads : {1, 2}) {
            const double seconds = seconds_of([&] { raster(frame, image, threads); });
            report("raster", {{"points", count},
                              {"background", with_background},
                              {"threads", threads},
                              {"ms_a_frame", seconds * 1e3},
                              {"ns_a_point", seconds * 1e9 / static_cast<double>(count)}});
        }
    }
}

}  // namespace

void bench_raster() {
    for (const std::size_t count : {3'000U, 100'000U, 1'000'000U}) bench_points(count);
}

}  // namespace epochscope::bench
