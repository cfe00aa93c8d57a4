#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// The signals of a block of samples while evaluations go by: what is summed stays in the cache.
/// Deviations are Welford's, from the mean so far.
class BlockSignals {
  public:
    /// Not a power of two: all columns of a sample would compete for the same few cache lines,
    /// which takes twice as long.
    static constexpr std::size_t max_samples = 500;

    /// `count` samples from `first` on; at most max_samples.
    BlockSignals(const TrainingDynamics& dynamics, std::size_t first, std::size_t count)
        : dynamics_(dynamics), first_(first), count_(count) {}

    /// `weight` is what it counts for the suspicion: see weights_of.
    void add(const Evaluation& evaluation, double weight);
    /// A signal of all of them as it is by now; no number where it is not known.
    void write(Signal signal, std::span<double> values) const;

  private:
    using Column = std::array<double, max_samples>;

    /// A sum of what is known and how many it is of.
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

    /// How often something happened, and when first.
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

    const TrainingDynamics& dynamics_;
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
    /// Of what counts for the suspicion, and of their weights.
    Column suspicion_{};
    Column weights_{};
    Events forgotten_;
    Events learnt_;
    KnownSums margin_;
    KnownSums el2n_;
    KnownSums loss_;
};

/// What evaluations count for the suspicion: see Signal::suspicion. O(samples x evaluations).
std::vector<double> weights_of(std::span<const Evaluation> evaluations, int threads);

}  // namespace epochscope
