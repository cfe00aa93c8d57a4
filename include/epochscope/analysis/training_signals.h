#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numbers>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// Signals computed from the T evaluations of a sample; p_y is the probability of its label. Up to
/// `first_learn`, names and conventions are those of TrustAI's data map (sample_stat_summary.py);
/// `variability`, `threshold_closeness` and `forgetfulness` are those of Dataset Cartography
/// (Swayamdipta et al. 2020).
enum class Signal : std::uint8_t {
    label,
    s_label,
    /// The number of right predictions, and its ratio to T, 0..1.
    correct_times,
    correct_ratio,
    /// The mean of p_y ("confidence"), its population variance (ddof 0), its maximum and minimum.
    avg_probs,
    label_var,
    max_label_probs,
    min_label_probs,
    /// How often a right prediction was followed by a wrong one, and wrong by right.
    forgetting_times,
    learnt_times,
    /// The first evaluation, from 0, at which that happened; 0: never.
    first_forget,
    first_learn,
    /// The standard deviation of p_y (ddof 0), 0..0.5.
    variability,
    /// c (1 - c) of the mean c of p_y.
    threshold_closeness,
    /// The mean of the margins (Pleiss et al. 2020, Area Under the Margin).
    aum,
    /// The mean of el2n, 0..sqrt 2 (Paul et al. 2021).
    el2n_mean,
    /// The mean of p_y (1 - p_y), 0..0.25 (Seedat et al. 2022, Data-IQ).
    aleatoric,
    /// forgetting_times, or unlearnt_forgetfulness for samples that were never right.
    forgetfulness,
    loss_mean,
    /// T.
    evaluations,
    /// The weighted mean of Evaluation::disagreement, 0..1, with the weights of suspicion. NaN if
    /// the features are not known.
    neighbour_disagreement,
    /// How likely the label is wrong: the weighted mean of (1 - d) / 2, where d is p_y minus the
    /// largest other probability. An evaluation with accuracy a has the weight a (1 - a) + 0.001:
    /// it counts most when some samples are learnt and others are not. 0: sure of the label; 1:
    /// sure of another class. Where neighbour_disagreement is known, the mean of the two.
    suspicion,
};

/// What is known of a signal, for tables, options and plots.
struct SignalInfo {
    /// Its name in files, messages and options.
    std::string_view name;
    /// Another name of it in options.
    std::string_view alias = {};
    /// Its values are whole numbers.
    bool is_count = false;
    /// Its values are 0..bound; 0 if they have no bound.
    double bound = 0;
    /// Small values are chosen first: those of samples that are hard to learn or mislabelled.
    bool small_first = false;
};

/// All signals, in the order of Signal.
constexpr SignalInfo info_of(Signal signal) {
    switch (signal) {
        case Signal::label:
            return {.name = "label", .is_count = true};
        case Signal::s_label:
            return {.name = "s_label", .is_count = true};
        case Signal::correct_times:
            return {.name = "correct_times",
                    .alias = "correctness",
                    .is_count = true,
                    .small_first = true};
        case Signal::correct_ratio:
            return {.name = "correct_ratio", .bound = 1, .small_first = true};
        case Signal::avg_probs:
            return {.name = "avg_probs", .alias = "confidence", .bound = 1, .small_first = true};
        case Signal::label_var:
            return {.name = "label_var", .bound = 0.25};
        case Signal::max_label_probs:
            return {.name = "max_label_probs", .bound = 1, .small_first = true};
        case Signal::min_label_probs:
            return {.name = "min_label_probs", .bound = 1, .small_first = true};
        case Signal::forgetting_times:
            return {.name = "forgetting_times", .is_count = true};
        case Signal::learnt_times:
            return {.name = "learnt_times", .is_count = true};
        case Signal::first_forget:
            return {.name = "first_forget", .is_count = true};
        case Signal::first_learn:
            return {.name = "first_learn", .is_count = true};
        case Signal::variability:
            return {.name = "variability", .bound = 0.5};
        case Signal::threshold_closeness:
            return {.name = "threshold_closeness", .bound = 0.25};
        case Signal::aum:
            return {.name = "aum", .small_first = true};
        case Signal::el2n_mean:
            return {.name = "el2n_mean", .alias = "el2n", .bound = std::numbers::sqrt2};
        case Signal::aleatoric:
            return {.name = "aleatoric", .bound = 0.25};
        case Signal::forgetfulness:
            return {.name = "forgetfulness", .is_count = true};
        case Signal::loss_mean:
            return {.name = "loss_mean"};
        case Signal::evaluations:
            return {.name = "evaluations", .is_count = true};
        case Signal::neighbour_disagreement:
            return {.name = "neighbour_disagreement", .bound = 1};
        case Signal::suspicion:
            return {.name = "suspicion"};
    }
    return {};
}

inline constexpr std::size_t signal_count = [] {
    std::size_t count = 0;
    while (!info_of(static_cast<Signal>(count)).name.empty()) ++count;
    return count;
}();

constexpr std::string_view name_of(Signal signal) { return info_of(signal).name; }

/// The signal of this name or alias; nothing if there is none.
std::optional<Signal> signal_named(std::string_view name);

/// The forgetfulness of samples that were never right, as in Dataset Cartography; above all others
/// for up to 2000 evaluations.
inline constexpr double unlearnt_forgetfulness = 1000;

/// Unmaps memory.
struct Unmapping {
    std::size_t bytes = 0;
    void operator()(double* values) const;
};

/// The signals of N samples, a column of N for each. Unknown values are NaN. For a sample without
/// evaluations, only labels and counts are known; the counts are 0.
class SignalTable {
  public:
    /// All zeros. Throws std::bad_alloc.
    explicit SignalTable(std::size_t samples);

    [[nodiscard]] std::size_t sample_count() const { return samples_; }
    [[nodiscard]] std::span<const double> operator[](Signal signal) const {
        return {values_.get() + static_cast<std::size_t>(signal) * samples_, samples_};
    }
    [[nodiscard]] std::span<double> column(Signal signal) {
        return {values_.get() + static_cast<std::size_t>(signal) * samples_, samples_};
    }

  private:
    std::size_t samples_;
    /// Column after column, in huge pages: with small ones, page faults take longer than computing
    /// the values.
    std::unique_ptr<double[], Unmapping> values_;
};

/// All evaluations.
inline constexpr std::size_t all_evaluations = std::numeric_limits<std::size_t>::max();

/// Computes the signals of the first `evaluations`. If a sample misses some, its other evaluations
/// count as if they were consecutive. The result does not depend on the number of threads (0: all).
/// O(samples x evaluations).
SignalTable signals_of(const TrainingDynamics& dynamics, std::size_t evaluations = all_evaluations,
                       int threads = 0);

/// The range of a signal over the samples for which it is known; NaN if there are none.
struct SignalRange {
    double min = 0;
    double mean = 0;
    double max = 0;
};

/// The ranges of all signals, by Signal. O(samples).
std::array<SignalRange, signal_count> ranges_of(const SignalTable& table, int threads = 0);

/// The dynamics of a recording, from its logits and recorded losses; neighbours disagree at the
/// five evaluations that weigh most for suspicion. Their neighbours are among all labelled samples,
/// or as many as 4e11 products allow, drawn at random; where these are fewer than 1000, it is not
/// known: each with a warning. Ids are indices. Skips epochs without logits, with a warning. Throws
/// Error if no epoch has logits, or a value is not finite. Throws Cancelled. O(samples x
/// evaluations x classes) and those products.
TrainingDynamics dynamics_of(const Recording& recording, const Job& job = {}, int threads = 0);

/// The dynamics of a series with predictions and confidence. p_y is the confidence of a right
/// prediction, or else the rest, divided evenly among the C - 1 other classes: an estimate if C > 2
/// (see TrainingDynamics::estimated). Margins, el2n and losses are known if C is 2. Skips epochs
/// without predictions or confidence, with a warning. Throws Error if none is left, a prediction is
/// out of range, or a confidence is outside 0..1. Throws Cancelled. O(samples x evaluations).
TrainingDynamics dynamics_of(const EpochSeries& series, const Job& job = {}, int threads = 0);

/// The signals of signals_of(dynamics_of(series)), without the memory that dynamics take. Throws as
/// dynamics_of does. O(samples x evaluations).
SignalTable signals_of(const EpochSeries& series, const Job& job = {}, int threads = 0);

}  // namespace epochscope
