#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Accumulates the signals of a block of samples over evaluations; sums stay in the cache.
/// Variances are computed by Welford's method.
class BlockSignals {
  public:
    /// Not a power of two: all columns of a sample would compete for the same few cache lines,
    /// which takes twice as long.
    static constexpr std::size_t max_samples = 500;

    /// At most max_samples samples, of these labels and marks (see TrainingDynamics), which have
    /// the values of an evaluation from `first` on.
    BlockSignals(std::span<const std::int32_t> labels, std::span<const std::int32_t> s_labels,
                 std::size_t classes, std::size_t first)
        : labels_(labels),
          s_labels_(s_labels),
          classes_(classes),
          first_(first),
          count_(labels.size()) {}
    /// `count` samples of dynamics from `first` on.
    BlockSignals(const TrainingDynamics& dynamics, std::size_t first, std::size_t count)
        : BlockSignals(std::span(dynamics.labels).subspan(first, count),
                       std::span(dynamics.s_labels).subspan(first, count), dynamics.class_count(),
                       first) {}

    /// `weight` is the weight for suspicion: see weights_of.
    void add(const Evaluation& evaluation, double weight);
    /// Writes the current values of a signal; NaN if unknown.
    void write(Signal signal, std::span<double> values) const;

  private:
    using Column = std::array<double, max_samples>;

    /// The sum and the number of known values.
    struct KnownSums {
        Column sums{};
        Column counts{};

        void add(std::size_t i, float value) {
            if (std::isnan(value)) return;
            sums[i] += static_cast<double>(value);
            ++counts[i];
        }
        [[nodiscard]] double mean(std::size_t i) const { return sums[i] / counts[i]; }
    };

    /// The number of events and the first of them.
    struct Events {
        Column times{};
        Column first{};

        void add(std::size_t i, double when) {
            if (times[i] == 0) first[i] = when;
            ++times[i];
        }
    };

    void add_probability(std::size_t i, double p);
    void add_outcome(std::size_t i, bool right);
    void add_suspicion(std::size_t i, const Evaluation& evaluation, double weight);
    void add_disagreement(std::size_t i, float share, double weight);
    /// NaN if unknown.
    [[nodiscard]] double disagreement(std::size_t i) const {
        return disagreement_[i] / disagreement_weights_[i];
    }

    std::span<const std::int32_t> labels_;
    std::span<const std::int32_t> s_labels_;
    std::size_t classes_;
    std::size_t first_;
    std::size_t count_;
    std::array<bool, max_samples> was_right_{};
    Column times_{};
    Column right_times_{};
    Column sum_{};
    Column squares_{};
    Column max_{};
    Column min_{};
    Column aleatoric_{};
    /// The sums for suspicion and of weights.
    Column suspicion_{};
    Column weights_{};
    /// The same of neighbours.
    Column disagreement_{};
    Column disagreement_weights_{};
    Events forgotten_;
    Events learnt_;
    KnownSums margin_;
    KnownSums el2n_;
    KnownSums loss_;
};

/// The weight for suspicion of an evaluation of `known` samples, of which `right` were right.
double suspicion_weight(std::size_t known, std::size_t right);

/// The weights of evaluations for suspicion: see Signal::suspicion. O(samples x evaluations).
std::vector<double> weights_of(std::span<const Evaluation> evaluations, int threads);

}  // namespace epochscope
