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

std::optional<Signal> signal_named(std::string_view name) {
    for (std::size_t s = 0; s < signal_count && !name.empty(); ++s) {
        const auto signal = static_cast<Signal>(s);
        if (name == info_of(signal).name || name == info_of(signal).alias) return signal;
    }
    return std::nullopt;
}

namespace {

SignalRange range_of(std::span<const double> values) {
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
        const std::size_t blocks =
            (samples + BlockSignals::max_samples - 1) / BlockSignals::max_samples;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            const std::size_t first = b * BlockSignals::max_samples;
            const std::size_t count = std::min(BlockSignals::max_samples, samples - first);
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
            ranges[s] = range_of(table[static_cast<Signal>(s)]);
        });
    });
    return ranges;
}

}  // namespace epochscope
