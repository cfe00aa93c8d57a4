#include "analysis/dynamics/block_signals.h"

#include <algorithm>
#include <limits>

namespace epochscope {

namespace {

/// p_y less the greatest other probability; no number where it is not known.
double lead_of(const Evaluation& evaluation, std::size_t sample, std::size_t classes) {
    const double p = evaluation.label_probability[sample];
    const auto margin = static_cast<double>(evaluation.margin[sample]);
    // What is predicted is the greatest other one.
    if (evaluation.right[sample] == 0)
        return p - static_cast<double>(evaluation.confidence[sample]);
    if (!std::isnan(margin)) return p * (1 - std::exp(-margin));
    return classes > 1 ? p - (1 - p) / static_cast<double>(classes - 1) : p;
}

double weight_of(const Evaluation& evaluation) {
    std::size_t known = 0;
    std::size_t right = 0;
    for (std::size_t i = 0; i < evaluation.right.size(); ++i) {
        known += evaluation.has(i) ? 1 : 0;
        right += evaluation.has(i) && evaluation.right[i] != 0 ? 1 : 0;
    }
    constexpr double least = 0.001;
    if (known == 0) return least;
    const double share = static_cast<double>(right) / static_cast<double>(known);
    return share * (1 - share) + least;
}

}  // namespace

std::vector<double> weights_of(std::span<const Evaluation> evaluations) {
    std::vector<double> weights;
    weights.reserve(evaluations.size());
    for (const Evaluation& evaluation : evaluations) weights.push_back(weight_of(evaluation));
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
}

void BlockSignals::add_probability(std::size_t i, double p) {
    const double times = times_[i];
    if (times == 0) {
        greatest_[i] = least_[i] = p;
    } else {
        const double from_mean = p - sum_[i] / times;
        squares_[i] += from_mean * (p - (sum_[i] + p) / (times + 1));
        greatest_[i] = std::max(greatest_[i], p);
        least_[i] = std::min(least_[i], p);
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
    const double lead = lead_of(evaluation, sample, dynamics_.class_count());
    if (std::isnan(lead)) return;
    suspicion_[i] += weight * (1 - lead) / 2;
    weights_[i] += weight;
}

double BlockSignals::value(Signal signal, std::size_t i) const {
    const double times = times_[i];
    const double mean = sum_[i] / times;
    // Rounding may leave a little less than nothing.
    const double variance = std::max(squares_[i], 0.0) / times;
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    switch (signal) {
        case Signal::correct_ratio:
            return right_times_[i] / times;
        case Signal::avg_probs:
            return mean;
        case Signal::label_var:
            return variance;
        case Signal::max_label_probs:
            return times > 0 ? greatest_[i] : nothing;
        case Signal::min_label_probs:
            return times > 0 ? least_[i] : nothing;
        case Signal::variability:
            return std::sqrt(variance);
        case Signal::threshold_closeness:
            return mean * (1 - mean);
        case Signal::aum:
            return margin_.mean(i);
        case Signal::el2n_mean:
            return el2n_.mean(i);
        case Signal::aleatoric:
            return aleatoric_[i] / times;
        case Signal::loss_mean:
            return loss_.mean(i);
        case Signal::suspicion:
            return suspicion_[i] / weights_[i];
        default:
            return count_of(signal, i);
    }
}

double BlockSignals::count_of(Signal signal, std::size_t i) const {
    switch (signal) {
        case Signal::label:
            return dynamics_.labels[first_ + i];
        case Signal::s_label:
            return dynamics_.s_labels[first_ + i];
        case Signal::correct_times:
            return right_times_[i];
        case Signal::forgetting_times:
            return forgotten_.times[i];
        case Signal::learnt_times:
            return learnt_.times[i];
        case Signal::first_forget:
            return forgotten_.first[i];
        case Signal::first_learn:
            return learnt_.first[i];
        case Signal::forgetfulness:
            return times_[i] > 0 && right_times_[i] == 0 ? unlearnt_forgetfulness
                                                         : forgotten_.times[i];
        default:
            return times_[i];
    }
}

}  // namespace epochscope
