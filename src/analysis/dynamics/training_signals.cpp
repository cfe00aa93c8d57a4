#include "analysis/dynamics/block_signals.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <new>
#include <span>

namespace epochscope {

const std::array<std::string_view, signal_count> signal_names{
    "label",        "s_label",         "correct_times",   "correct_ratio",       "avg_probs",
    "label_var",    "max_label_probs", "min_label_probs", "forgetting_times",    "learnt_times",
    "first_forget", "first_learn",     "variability",     "threshold_closeness", "aum",
    "el2n_mean",    "aleatoric",       "forgetfulness",   "loss_mean",           "evaluations",
    "suspicion"};

std::string_view name_of(Signal signal) { return signal_names[static_cast<std::size_t>(signal)]; }

std::optional<Signal> signal_named(std::string_view name) {
    if (name == "confidence") return Signal::avg_probs;
    if (name == "correctness") return Signal::correct_times;
    if (name == "el2n") return Signal::el2n_mean;
    const auto* const found = std::find(signal_names.begin(), signal_names.end(), name);
    if (found == signal_names.end()) return std::nullopt;
    return static_cast<Signal>(found - signal_names.begin());
}

namespace {

SignalRange spread_of(std::span<const double> values) {
    SignalRange range{.min = std::numeric_limits<double>::infinity(),
                      .mean = 0,
                      .max = -std::numeric_limits<double>::infinity()};
    std::size_t known = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        range.min = std::min(range.min, value);
        range.max = std::max(range.max, value);
        range.mean += value;
        ++known;
    }
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (known == 0) return {nothing, nothing, nothing};
    range.mean /= static_cast<double>(known);
    return range;
}

}  // namespace

SignalTable::SignalTable(std::size_t samples) : samples_(samples) {
    if (samples == 0) return;
    constexpr std::size_t row = signal_count * sizeof(double);
    if (samples > std::numeric_limits<std::size_t>::max() / row) throw std::bad_alloc();
    const std::size_t bytes = samples * row;
    void* const memory =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    ::madvise(memory, bytes, MADV_HUGEPAGE);
    values_ = {static_cast<double*>(memory), Unmapping{bytes}};
}

void Unmapping::operator()(double* values) const { ::munmap(values, bytes); }

SignalTable signals_of(const TrainingDynamics& dynamics, std::size_t evaluations, int threads) {
    const std::size_t samples = dynamics.sample_count();
    const std::span<const Evaluation> used =
        std::span(dynamics.evaluations).first(std::min(evaluations, dynamics.evaluation_count()));
    const std::vector<double> weights = weights_of(used, threads);
    SignalTable table(samples);
    on_threads(threads, [&] {
        const std::size_t blocks = (samples + BlockSignals::max - 1) / BlockSignals::max;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            const std::size_t first = b * BlockSignals::max;
            const std::size_t count = std::min(BlockSignals::max, samples - first);
            BlockSignals block(dynamics, first, count);
            for (std::size_t e = 0; e < used.size(); ++e) block.add(used[e], weights[e]);
            for (std::size_t s = 0; s < signal_count; ++s)
                block.write(static_cast<Signal>(s),
                            table.column(static_cast<Signal>(s)).subspan(first, count));
        });
    });
    return table;
}

std::array<SignalRange, signal_count> ranges_of(const SignalTable& table, int threads) {
    std::array<SignalRange, signal_count> ranges;
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, signal_count, [&](std::size_t s) {
            ranges[s] = spread_of(table[static_cast<Signal>(s)]);
        });
    });
    return ranges;
}

}  // namespace epochscope
