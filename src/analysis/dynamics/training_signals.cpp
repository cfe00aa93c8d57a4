#include "analysis/dynamics/block_signals.h"
#include "analysis/threads.h"

#include <epochscope/analysis/training_signals.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>

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

SignalTable::SignalTable(std::size_t samples) {
    for (std::vector<double>& column : columns_) column.assign(samples, 0);
}

SignalTable signals_of(const TrainingDynamics& dynamics, std::size_t evaluations, int threads) {
    const std::size_t samples = dynamics.sample_count();
    const std::span<const Evaluation> used =
        std::span(dynamics.evaluations).first(std::min(evaluations, dynamics.evaluation_count()));
    const std::vector<double> weights = weights_of(used);
    SignalTable table(samples);
    on_threads(threads, [&] {
        const std::size_t blocks = (samples + BlockSignals::most - 1) / BlockSignals::most;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            const std::size_t first = b * BlockSignals::most;
            const std::size_t count = std::min(BlockSignals::most, samples - first);
            BlockSignals block(dynamics, first, count);
            for (std::size_t e = 0; e < used.size(); ++e) block.add(used[e], weights[e]);
            for (std::size_t s = 0; s < signal_count; ++s)
                for (std::size_t i = 0; i < count; ++i)
                    table.column(static_cast<Signal>(s))[first + i] =
                        block.value(static_cast<Signal>(s), i);
        });
    });
    return table;
}

}  // namespace epochscope
