// Frames drawn by raster: points alone, over a cross-faded background and as density; what memory
// alone would take, and what matplotlib takes.
#include "bench.h"
#include "peer.h"

#include <epochscope/compute/simd_target.h>
#include <epochscope/render/raster.h>

#include <cstring>
#include <ctime>
#include <memory>
#include <random>
#include <string>

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

/// A frame of that many points of 4 pixels, and what it views.
struct Cloud {
    std::vector<Point> from;
    std::vector<Point> to;
    std::vector<std::int32_t> classes;
    Frame frame;

    explicit Cloud(std::size_t count) {
        std::mt19937 random(1);
        from = random_points(random, count);
        to = random_points(random, count);
        classes.resize(count);
        for (std::int32_t& c : classes) c = static_cast<std::int32_t>(random() % 10);
        frame.size = canvas;
        frame.points.from = from;
        frame.points.to = to;
        frame.points.t = 0.4F;
        frame.points.mapping = mapping_of(home(default_frame), default_frame, canvas);
        frame.points.radius = 2;
        frame.points.colour_index = classes;
        frame.points.palette.assign(10, Colour{30, 120, 200});
        frame.points.opacity = 0.85F;
    }

    void add_background() {
        std::mt19937 random(2);
        frame.background = BackgroundLayer{random_picture(random),
                                           random_picture(random),
                                           0.4F,
                                           Origin::lower,
                                           {0, 0},
                                           {1280, 800}};
    }
};

/// Bytes a second that are read and written when memory is copied.
double copy_speed() {
    constexpr std::size_t size = std::size_t{256} << 20U;
    const std::vector<std::uint8_t> source(size, 1);
    std::vector<std::uint8_t> target(size);
    return 2.0 * size / seconds_of([&] { std::memcpy(target.data(), source.data(), size); }, 5);
}

/// What a frame cannot do without: the points' places and classes read, each disc written once and
/// read once where bands are sorted and drawn, the picture written.
double least_bytes(std::size_t count) {
    constexpr double a_point = 2 * sizeof(Point) + sizeof(std::int32_t) + std::size_t{2} * 16;
    return a_point * static_cast<double>(count) + 4.0 * canvas.width * canvas.height;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Seconds of wall and of processor a frame.
std::pair<double, double> measure(const Frame& frame, int threads) {
    Image image(frame.size);
    constexpr int repeats = 7;
    const double before = processor_seconds();
    const double seconds = seconds_of([&] { raster(frame, image, threads); }, repeats);
    return {seconds, (processor_seconds() - before) / (repeats + 1)};
}

nlohmann::ordered_json figures_of(const Frame& frame, int threads,
                                  const std::string& target = simd_targets().front()) {
    const auto [seconds, processor] = measure(frame, threads);
    const auto count = static_cast<double>(frame.points.from.size());
    return {{"points", frame.points.from.size()},
            {"background", frame.background.has_value()},
            {"density", frame.density.has_value()},
            {"simd", target},
            {"threads", threads},
            {"ms_a_frame", seconds * 1e3},
            {"processor_ms_a_frame", processor * 1e3},
            {"ns_a_point", seconds * 1e9 / count}};
}

void bench_million() {
    Cloud cloud(1'000'000);
    for (const std::string& target : simd_targets()) {
        use_simd_target(target);
        report("raster", figures_of(cloud.frame, 1, target));
    }
    use_simd_target(simd_targets().front());
    auto figures = figures_of(cloud.frame, 2);
    const double ms = figures["ms_a_frame"];
    figures["memory_alone_ms"] = least_bytes(1'000'000) / copy_speed() * 1e3;
    figures["times_memory_alone"] = ms / figures["memory_alone_ms"].get<double>();
    if (const auto peer = peer_seconds("points", 1'000'000)) {
        figures["matplotlib_ms"] = *peer * 1e3;
        figures["times_faster_than_matplotlib"] = *peer * 1e3 / ms;
    }
    report("raster", figures);
    cloud.frame.density.emplace();
    report("raster", figures_of(cloud.frame, 2));
    cloud.frame.density.reset();
    cloud.add_background();
    report("raster", figures_of(cloud.frame, 2));
}

}  // namespace

void bench_raster() {
    double least_cost = 0;
    for (const std::size_t count : {3'000U, 100'000U, 5'000'000U}) {
        auto figures = figures_of(Cloud(count).frame, 2);
        const double cost = figures["ns_a_point"];
        if (count == 100'000) least_cost = cost;
        if (count == 5'000'000) figures["cost_a_point_over_100000"] = cost / least_cost;
        report("raster", figures);
    }
    bench_million();
}

}  // namespace epochscope::bench
