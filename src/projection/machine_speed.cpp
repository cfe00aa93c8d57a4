#include "projection/autoencoder.h"
#include "projection/edge_training.h"
#include "projection/method_work.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>
#include <epochscope/projection/duration.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t rows = 600;
constexpr std::size_t dimension = 64;
constexpr double perplexity = 5;
constexpr int moves = 10;
constexpr int steps = 4;
/// Work is measured so often, and counts as fast as it was once: others may use the machine.
constexpr int times = 5;
constexpr int hidden_layers = 4;

template <typename Work>
double seconds_of(const Work& work) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        least = std::min(least, taken.count());
    }
    return least;
}

double search_speed(const Table& table, int threads, const Job& job) {
    const NearestOptions options{.threads = threads};
    const double seconds = seconds_of([&] { (void)nearest_others(table, options, job); });
    return seconds / search_work(rows, rows, dimension, count_of(options.count)).search;
}

double layout_speed(const Table& table, double search, int threads, const Job& job) {
    Layout start;
    for (std::size_t i = 0; i < rows; ++i) {
        start.x.push_back(static_cast<double>(table.row(i)[0]));
        start.y.push_back(static_cast<double>(table.row(i)[1]));
    }
    const double seconds = seconds_of([&] {
        Tsne tsne(table, start, {.perplexity = perplexity, .threads = threads}, job);
        tsne.run(moves, {}, job.stop);
    });
    const ProjectionWork prepared = affinity_work(rows, dimension, perplexity);
    const double searched = prepared.search * search;
    return std::max(seconds - searched, seconds / 10) /
           (prepared.layout + moves * moving_work(rows, perplexity));
}

double training_speed(const Table& table, int threads, const std::stop_token& stop) {
    const Autoencoder autoencoder(widths_of(dimension, hidden_layers), 0);
    AutoencoderBatch batch(autoencoder, rows);
    const std::vector<float> slopes(rows, 1e-3F);
    const std::size_t stride = padded(dimension);
    double seconds = 0;
    on_threads(threads, [&] {
        const auto step = [&] {
            end_if_stopped(stop);
            batch.forward(rows, [&](std::size_t first, std::size_t count, float* to) {
                for (std::size_t r = 0; r < count; ++r)
                    std::ranges::copy(table.row(first + r), to + r * stride);
            });
            (void)batch.backward(slopes, slopes, [](const auto&) { return 0.0; });
        };
        seconds = seconds_of([&] {
            for (int i = 0; i < steps; ++i) step();
        });
    });
    return seconds /
           (steps * edge_work(rows / 2.0, autoencoder_weights(dimension, hidden_layers)).training);
}

}  // namespace

MachineSpeed measured_speed(int threads, const std::stop_token& stop) {
    RandomGenerator random(0);
    std::vector<float> values(rows * dimension);
    for (float& value : values) value = static_cast<float>(random.uniform());
    const Table table{values, dimension};
    const Job job{.progress = {}, .stop = stop};
    MachineSpeed speed;
    speed.search = search_speed(table, threads, job);
    speed.layout = layout_speed(table, speed.search, threads, job);
    speed.training = training_speed(table, threads, stop);
    return speed;
}

}  // namespace epochscope
