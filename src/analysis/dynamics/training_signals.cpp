#include "analysis/threads.h"

#include <epochscope/analysis/training_signals.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace epochscope {

namespace {

/// Samples that are worked on at a time: their sums stay in the cache while evaluations go by.
constexpr std::size_t block_size = 1024;

using Block = std::array<double, block_size>;

/// A sum of what is known and how many it is of.
struct KnownSums {
    Block sums{};
    Block counts{};

    void add(std::size_t i, float value) {
        if (std::isnan(value)) return;
        sums[i] += static_cast<double>(value);
        ++counts[i];
    }
    /// No number where nothing is known.
    [[nodiscard]] double mean(std::size_t i) const { return sums[i] / counts[i]; }
};

/// The signals of a block of samples.
class BlockSignals {
  public:
    BlockSignals(const TrainingDynamics& dynamics, std::span<const Evaluation> evaluations,
                 SignalTable& table, std::size_t first, std::size_t count)
        : dynamics_(dynamics),
          evaluations_(evaluations),
          table_(table),
          first_(first),
          count_(count) {}

    void work_out() {
        for (const Evaluation& evaluation : evaluations_) add(evaluation);
        for (std::size_t i = 0; i < count_; ++i) mean_[i] /= times_[i];
        for (const Evaluation& evaluation : evaluations_) add_deviations(evaluation);
        for (std::size_t i = 0; i < count_; ++i) write(i);
    }

  private:
    [[nodiscard]] double& at(Signal signal, std::size_t i) const {
        return table_.column(signal)[first_ + i];
    }

    void add(const Evaluation& evaluation) {
        for (std::size_t i = 0; i < count_; ++i) {
            const std::size_t sample = first_ + i;
            if (!evaluation.has(sample)) continue;
            const double p = evaluation.label_probability[sample];
            const bool right = evaluation.right[sample] != 0;
            if (times_[i] > 0 && right != was_right_[i]) turn(i, right);
            was_right_[i] = right;
            right_times_[i] += right ? 1 : 0;
            greatest_[i] = times_[i] > 0 ? std::max(greatest_[i], p) : p;
            least_[i] = times_[i] > 0 ? std::min(least_[i], p) : p;
            mean_[i] += p;
            aleatoric_[i] += p * (1 - p);
            margin_.add(i, evaluation.margin[sample]);
            el2n_.add(i, evaluation.el2n[sample]);
            loss_.add(i, evaluation.loss[sample]);
            ++times_[i];
        }
    }

    /// What was right is wrong, or the other way round.
    void turn(std::size_t i, bool right) {
        double& count = at(right ? Signal::learnt_times : Signal::forgetting_times, i);
        if (count == 0) at(right ? Signal::first_learn : Signal::first_forget, i) = times_[i];
        ++count;
    }

    void add_deviations(const Evaluation& evaluation) {
        for (std::size_t i = 0; i < count_; ++i) {
            if (!evaluation.has(first_ + i)) continue;
            const double off = evaluation.label_probability[first_ + i] - mean_[i];
            deviation_[i] += off * off;
        }
    }

    void write(std::size_t i) const {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        const double times = times_[i];
        const bool any = times > 0;
        at(Signal::label, i) = dynamics_.labels[first_ + i];
        at(Signal::s_label, i) = dynamics_.s_labels[first_ + i];
        at(Signal::evaluations, i) = times;
        at(Signal::correct_times, i) = right_times_[i];
        at(Signal::correct_ratio, i) = right_times_[i] / times;
        at(Signal::avg_probs, i) = mean_[i];
        at(Signal::label_var, i) = deviation_[i] / times;
        at(Signal::max_label_probs, i) = any ? greatest_[i] : nothing;
        at(Signal::min_label_probs, i) = any ? least_[i] : nothing;
        at(Signal::variability, i) = std::sqrt(deviation_[i] / times);
        at(Signal::threshold_closeness, i) = mean_[i] * (1 - mean_[i]);
        at(Signal::aum, i) = margin_.mean(i);
        at(Signal::el2n_mean, i) = el2n_.mean(i);
        at(Signal::aleatoric, i) = aleatoric_[i] / times;
        at(Signal::loss_mean, i) = loss_.mean(i);
        const bool never = any && right_times_[i] == 0;
        at(Signal::forgetfulness, i) = never ? never_learnt : at(Signal::forgetting_times, i);
    }

    const TrainingDynamics& dynamics_;
    std::span<const Evaluation> evaluations_;
    SignalTable& table_;
    std::size_t first_;
    std::size_t count_;
    std::array<bool, block_size> was_right_{};
    Block times_{};
    Block right_times_{};
    Block mean_{};
    Block deviation_{};
    Block greatest_{};
    Block least_{};
    Block aleatoric_{};
    KnownSums margin_;
    KnownSums el2n_;
    KnownSums loss_;
};

}  // namespace

const std::array<std::string_view, signal_count> signal_names{
    "label",        "s_label",         "correct_times",   "correct_ratio",       "avg_probs",
    "label_var",    "max_label_probs", "min_label_probs", "forgetting_times",    "learnt_times",
    "first_forget", "first_learn",     "variability",     "threshold_closeness", "aum",
    "el2n_mean",    "aleatoric",       "forgetfulness",   "loss_mean",           "evaluations"};

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
    SignalTable table(samples);
    on_threads(threads, [&] {
        const std::size_t blocks = (samples + block_size - 1) / block_size;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            const std::size_t first = b * block_size;
            BlockSignals(dynamics, used, table, first, std::min(block_size, samples - first))
                .work_out();
        });
    });
    return table;
}

}  // namespace epochscope
