// Landscapes of 1000 x 800 pixels, beside doing it plainly.
#include "bench.h"
#include "peer.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/landscape.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>

namespace epochscope::bench {

namespace {

constexpr std::size_t dimension = 64;
constexpr std::size_t classes = 10;
constexpr std::size_t samples = 100'000;
constexpr Box frame{{-8, -8}, {8, 8}};
const std::vector<Colour> colours(classes);
/// The plain way by points looks at one of so many pixels: at all of them it takes minutes.
constexpr int one_of = 400;

Point middle_of(int pixel) {
    const int column = pixel % landscape_size.width;
    const int row = pixel / landscape_size.width;
    return {-8 + 16 * (static_cast<float>(column) + 0.5F) / landscape_size.width,
            -8 + 16 * (static_cast<float>(row) + 0.5F) / landscape_size.height};
}

constexpr int pixels = landscape_size.width * landscape_size.height;

std::vector<float> random_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

/// The embedding that each pixel stands for, and the head's logits of it.
float plainly_by_head(const LinearMap& map, const DenseLayer& head) {
    float sum = 0;
    std::vector<double> logits(classes);
    for (int p = 0; p < pixels; ++p) {
        const std::vector<double> x = map.embedding_of(middle_of(p));
        for (std::size_t c = 0; c < classes; ++c) {
            logits[c] = static_cast<double>(head.bias[c]);
            for (std::size_t d = 0; d < dimension; ++d)
                logits[c] += static_cast<double>(head.weight[c * dimension + d]) * x[d];
        }
        sum += static_cast<float>(*std::max_element(logits.begin(), logits.end()));
    }
    return sum;
}

void bench_planes() {
    LinearMap map;
    const auto doubles = [](const std::vector<float>& values) {
        return std::vector<double>(values.begin(), values.end());
    };
    map.mean = doubles(random_values(dimension, 1));
    map.axes = {doubles(random_values(dimension, 2)), doubles(random_values(dimension, 3))};
    const DenseLayer head{dimension, classes, random_values(classes * dimension, 4),
                          random_values(classes, 5)};
    float kept = 0;
    const double ours = seconds_of(
        [&] { (void)paint_by_planes(map.planes(head), frame, colours, landscape_size); });
    const double plain = seconds_of([&] { kept += plainly_by_head(map, head); }, 1);
    report("landscape_by_map_and_head", {{"pixels", pixels},
                                         {"classes", classes},
                                         {"seconds", ours},
                                         {"plain_seconds", plain},
                                         {"times_faster", plain / ours},
                                         {"finite", std::isfinite(kept)}});
}

/// The distances of all samples from each pixel looked at, and the 15 nearest.
std::size_t plainly_by_points(const std::vector<Point>& places) {
    std::size_t sum = 0;
    std::vector<std::pair<float, std::uint32_t>> near(places.size());
    for (int p = 0; p < pixels; p += one_of) {
        const Point at = middle_of(p);
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            const float x = places[i].x - at.x;
            const float y = places[i].y - at.y;
            near[i] = {x * x + y * y, i};
        }
        std::nth_element(near.begin(), near.begin() + 14, near.end());
        sum += near[14].second;
    }
    return sum;
}

void bench_points() {
    // Ten clumps.
    std::vector<Point> places(samples);
    std::vector<std::int32_t> predictions(samples);
    const std::vector<float> off = random_values(2 * samples, 6);
    for (std::size_t i = 0; i < samples; ++i) {
        const auto c = static_cast<float>(i % classes);
        predictions[i] = static_cast<std::int32_t>(i % classes);
        places[i] = {1.2F * (c - 4.5F) + off[2 * i], 3 * std::sin(2 * c) + 0.6F * off[2 * i + 1]};
    }
    const std::vector<float> confidence(samples, 0.9F);
    Epoch epoch;
    epoch.positions = places;
    epoch.predictions = predictions;
    epoch.confidence = confidence;
    std::size_t kept = 0;
    const double ours =
        seconds_of([&] { (void)paint_by_points(epoch, frame, colours, landscape_size); });
    const double live = seconds_of([&] {
        (void)paint_by_points(epoch, frame, colours, {250, 200}, 1);
    });
    const double plain =
        seconds_of([&] { kept += plainly_by_points(places); }, 1) * static_cast<double>(one_of);
    report("landscape_from_points", {{"pixels", pixels},
                                     {"samples", samples},
                                     {"seconds", ours},
                                     {"live_seconds_one_thread", live},
                                     {"plain_seconds_estimated", plain},
                                     {"times_faster", plain / ours},
                                     {"asked", kept}});
}

/// A map as TimeVis learns it of 64 dimensions, one for all epochs, and a head for each.
struct Learned {
    static constexpr std::size_t width = 32;
    static constexpr std::size_t epochs = 20;

    LearnedMap map;
    Heads heads;

    Learned() {
        map.middle.assign(dimension, 0);
        std::size_t inputs = 2;
        for (const std::size_t outputs : {width, width, width, width, dimension}) {
            map.decoder.push_back(layer(inputs, outputs));
            inputs = outputs;
        }
        for (std::size_t e = 0; e < epochs; ++e) heads.push_back(layer(dimension, classes));
    }

  private:
    DenseLayer layer(std::size_t inputs, std::size_t outputs) {
        DenseLayer made{inputs, outputs, random_values(inputs * outputs, seed_++),
                        random_values(outputs, seed_++)};
        for (float& weight : made.weight) weight /= std::sqrt(static_cast<float>(inputs));
        return made;
    }

    unsigned seed_ = 10;
};

void bench_decoder() {
    const Learned learned;
    const KnownMap map(learned.map);
    const auto paint = [&](std::size_t epoch, Size size, int threads) {
        (void)paint_by_map(map, learned.heads[epoch], frame, colours, size, threads);
    };
    const double live = seconds_of([&] { paint(0, {200, 200}, 1); });
    const double all = seconds_of(
        [&] {
            for (std::size_t e = 0; e < Learned::epochs; ++e) paint(e, landscape_size, 0);
        },
        1);
    // What a window shows of the plane at a zoom of 4.
    const auto paint_part = [&](int threads) {
        (void)paint_by_map(map, learned.heads[0], {{-2, -2}, {2, 2}}, colours, {1400, 900},
                           threads);
    };
    const double part = seconds_of([&] { paint_part(1); });
    const double part_by_all = seconds_of([&] { paint_part(0); });
    nlohmann::ordered_json figures{{"classes", classes},
                                   {"epochs", Learned::epochs},
                                   {"epoch_200x200_one_thread_ms", 1000 * live},
                                   {"part_1400x900_one_thread_ms", 1000 * part},
                                   {"part_1400x900_ms", 1000 * part_by_all},
                                   {"all_epochs_1000x800_seconds", all}};
    const std::string sizes = std::to_string(dimension) + ' ' + std::to_string(Learned::width) +
                              ' ' + std::to_string(classes) + ' ' + std::to_string(Learned::epochs);
    if (const auto peer = peer_result("landscape_peer.py", sizes)) {
        figures["numpy_epoch_200x200_ms"] = 1000 * (*peer)["live_seconds"].get<double>();
        figures["numpy_all_epochs_1000x800_seconds"] = (*peer)["all_seconds"];
        figures["times_faster_live"] = (*peer)["live_seconds"].get<double>() / live;
        figures["times_faster"] = (*peer)["all_seconds"].get<double>() / all;
    }
    report("landscape_by_decoder", figures);
}

}  // namespace

void bench_landscape() {
    bench_planes();
    bench_decoder();
    bench_points();
}

}  // namespace epochscope::bench
