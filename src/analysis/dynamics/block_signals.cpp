#include "analysis/dynamics/block_signals.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <limits>

namespace epochscope {

namespace {

/// p_y minus the largest other probability; NaN if unknown.
double lead_of(const Evaluation& evaluation, std::size_t sample, std::size_t classes) {
    const double p = evaluation.label_probability[sample];
    const float margin = evaluation.margin[sample];
    // The prediction is the largest other class.
    if (evaluation.right[sample] == 0)
        return p - static_cast<double>(evaluation.confidence[sample]);
    if (!std::isnan(margin)) return p * (1 - static_cast<double>(std::exp(-margin)));
    return classes > 1 ? p - (1 - p) / static_cast<double>(classes - 1) : p;
}

double weight_of(const Evaluation& evaluation) {
    std::size_t known = 0;
    std::size_t right = 0;
    for (std::size_t i = 0; i < evaluation.right.size(); ++i) {
        known += evaluation.has(i) ? 1 : 0;
        right += evaluation.has(i) && evaluation.right[i] != 0 ? 1 : 0;
    }
    return suspicion_weight(known, right);
}

}  // namespace

double suspicion_weight(std::size_t known, std::size_t right) {
    constexpr double min = 0.001;
    if (known == 0) return min;
    const double fraction = static_cast<double>(right) / static_cast<double>(known);
    return fraction * (1 - fraction) + min;
}

std::vector<double> weights_of(std::span<const Evaluation> evaluations, int threads) {
    std::vector<double> weights(evaluations.size());
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, evaluations.size(),
                          [&](std::size_t e) { weights[e] = weight_of(evaluations[e]); });
    });
    return weights;
}

void BlockSignals::add(const Evaluation& evaluation, double weight) {
    for (std::size_t i = 0; i < count_; ++i) {
        const std::size_t sample = first_ + i;
        if (!evaluation.has(sample)) continue;
        add_probability(i, evaluation.label_probability[sample]);
        add_outcome(i, evaluation.right[sample] != 0);
        margin_.add(i, evaluation.margin[sample]);
        el2n_.add(i, evaluation.el2n[sample]);
        loss_.add(i, evaluation.loss[sample]);
        add_suspicion(i, evaluation, weight);
        ++times_[i];
    }
    for (std::size_t i = 0; i < count_ && !evaluation.disagreement.empty(); ++i)
        add_disagreement(i, evaluation.disagreement[first_ + i], weight);
}

void BlockSignals::add_probability(std::size_t i, double p) {
    const double times = times_[i];
    if (times == 0) {
        max_[i] = min_[i] = p;
    } else {
        const double from_mean = p - sum_[i] / times;
        squares_[i] += from_mean * (p - (sum_[i] + p) / (times + 1));
        max_[i] = std::max(max_[i], p);
        min_[i] = std::min(min_[i], p);
    }
    sum_[i] += p;
    aleatoric_[i] += p * (1 - p);
}

void BlockSignals::add_outcome(std::size_t i, bool right) {
    if (times_[i] > 0 && right != was_right_[i]) (right ? learnt_ : forgotten_).add(i, times_[i]);
    was_right_[i] = right;
    right_times_[i] += right ? 1 : 0;
}

void BlockSignals::add_suspicion(std::size_t i, const Evaluation& evaluation, double weight) {
    const std::size_t sample = first_ + i;
    const double lead = lead_of(evaluation, sample, classes_);
    if (std::isnan(lead)) return;
    suspicion_[i] += weight * (1 - lead) / 2;
    weights_[i] += weight;
}

void BlockSignals::add_disagreement(std::size_t i, float share, double weight) {
    if (std::isnan(share)) return;
    disagreement_[i] += weight * static_cast<double>(share);
    disagreement_weights_[i] += weight;
}

void BlockSignals::write(Signal signal, std::span<double> values) const {
    const auto fill = [&](const auto& value) {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = value(i);
    };
    const auto mean = [&](std::size_t i) { return sum_[i] / times_[i]; };
    // Rounding may give a small negative value.
    const auto variance = [&](std::size_t i) { return std::max(squares_[i], 0.0) / times_[i]; };
    const auto known = [&](const Column& column) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        fill([&](std::size_t i) { return times_[i] > 0 ? column[i] : nothing; });
    };
    switch (signal) {
        case Signal::label:
            return fill([&](std::size_t i) -> double { return labels_[i]; });
        case Signal::s_label:
            return fill([&](std::size_t i) -> double { return s_labels_[i]; });
        case Signal::correct_times:
            return fill([&](std::size_t i) { return right_times_[i]; });
        case Signal::correct_ratio:
            return fill([&](std::size_t i) { return right_times_[i] / times_[i]; });
        case Signal::avg_probs:
            return fill(mean);
        case Signal::label_var:
            return fill(variance);
        case Signal::max_label_probs:
            return known(max_);
        case Signal::min_label_probs:
            return known(min_);
        case Signal::forgetting_times:
            return fill([&](std::size_t i) { return forgotten_.times[i]; });
        case Signal::learnt_times:
            return fill([&](std::size_t i) { return learnt_.times[i]; });
        case Signal::first_forget:
            return fill([&](std::size_t i) { return forgotten_.first[i]; });
        case Signal::first_learn:
            return fill([&](std::size_t i) { return learnt_.first[i]; });
        case Signal::variability:
            return fill([&](std::size_t i) { return std::sqrt(variance(i)); });
        case Signal::threshold_closeness:
            return fill([&](std::size_t i) { return mean(i) * (1 - mean(i)); });
        case Signal::aum:
            return fill([&](std::size_t i) { return margin_.mean(i); });
        case Signal::el2n_mean:
            return fill([&](std::size_t i) { return el2n_.mean(i); });
        case Signal::aleatoric:
            return fill([&](std::size_t i) { return aleatoric_[i] / times_[i]; });
        case Signal::forgetfulness:
            return fill([&](std::size_t i) {
                return times_[i] > 0 && right_times_[i] == 0 ? unlearnt_forgetfulness
                                                             : forgotten_.times[i];
            });
        case Signal::loss_mean:
            return fill([&](std::size_t i) { return loss_.mean(i); });
        case Signal::evaluations:
            return fill([&](std::size_t i) { return times_[i]; });
        case Signal::neighbour_disagreement:
            return fill([&](std::size_t i) { return disagreement(i); });
        case Signal::suspicion:
            return fill([&](std::size_t i) {
                const double by_model = suspicion_[i] / weights_[i];
                return disagreement_weights_[i] > 0 ? (by_model + disagreement(i)) / 2 : by_model;
            });
    }
}

}  // namespace epochscope
