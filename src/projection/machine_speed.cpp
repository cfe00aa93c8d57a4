#include "projection/autoencoder.h"
#include "projection/edge_training.h"
#include "projection/method_work.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/network_kernels.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>
#include <epochscope/projection/duration.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t trial_rows = 600;
constexpr std::size_t trial_dimension = 64;
constexpr double trial_perplexity = 5;
constexpr int trial_moves = 20;
/// Work is done so often, and counts as fast as it was once: the first time makes room.
constexpr int trials = 3;

/// Of processor time.
template <typename Work>
double least_seconds(const Work& work) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < trials; ++i) {
        const std::clock_t start = std::clock();
        work();
        const auto ticks = static_cast<double>(std::clock() - start);
        least = std::min(least, ticks / CLOCKS_PER_SEC);
    }
    // A clock may be too coarse to see any.
    return std::max(least, 1e-6);
}

double search_speed(const Table& table, const Job& job) {
    const NearestOptions options{.threads = 1};
    const double seconds = least_seconds([&] { (void)nearest_others(table, options, job); });
    return seconds /
           search_work(trial_rows, trial_rows, trial_dimension, count_of(options.count)).search;
}

double layout_speed(const Table& table, const Job& job) {
    Layout start;
    for (std::size_t i = 0; i < trial_rows; ++i) {
        start.x.push_back(10 * static_cast<double>(table.row(i)[0]));
        start.y.push_back(10 * static_cast<double>(table.row(i)[1]));
    }
    Tsne tsne(table, start, {.perplexity = trial_perplexity, .threads = 1}, job);
    const double seconds = least_seconds([&] { tsne.run(trial_moves, {}, job.stop); });
    return seconds / (trial_moves * moving_work(trial_rows, trial_perplexity));
}

double training_speed(const Table& table, const std::stop_token& stop) {
    const Autoencoder autoencoder(widths_of(trial_dimension, {}), 0);
    AutoencoderBatch batch(autoencoder, trial_rows);
    const std::vector<float> slopes(trial_rows, 1e-3F);
    const std::size_t stride = padded(trial_dimension);
    double seconds = 0;
    on_threads(1, [&] {
        seconds = least_seconds([&] {
            end_if_stopped(stop);
            batch.forward(trial_rows, [&](std::size_t first, std::size_t count, float* to) {
                for (std::size_t r = 0; r < count; ++r)
                    std::ranges::copy(table.row(first + r), to + r * stride);
            });
            (void)batch.backward(slopes, slopes, [](const auto&) { return 0.0; });
        });
    });
    const double weights = autoencoder_weights(trial_dimension, {});
    return seconds / passing_work(count_of(trial_rows), weights);
}

}  // namespace

MachineSpeed measured_speed(const std::stop_token& stop) {
    RandomGenerator random(0);
    std::vector<float> values(trial_rows * trial_dimension);
    for (float& value : values) value = static_cast<float>(random.uniform());
    const Table table{values, trial_dimension};
    const Job job{.progress = {}, .stop = stop};
    return {.search = search_speed(table, job),
            .layout = layout_speed(table, job),
            .training = training_speed(table, stop)};
}

}  // namespace epochscope
