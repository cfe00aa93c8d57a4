#include <epochscope/model/error.h>
#include <epochscope/model/training_dynamics.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// The first of the largest. Branch-free, since branches would be unpredictable.
template <typename Number>
std::size_t greatest_of(std::span<const Number> values) {
    std::size_t index = 0;
    Number max = values.front();
    for (std::size_t c = 1; c < values.size(); ++c) {
        const bool greater = values[c] > max;
        index = greater ? c : index;
        max = greater ? values[c] : max;
    }
    return index;
}

/// The largest except that of this index; -infinity if there is no other.
template <typename Number>
double max_but(std::span<const Number> values, std::size_t index) {
    double max = -std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < values.size(); ++c)
        if (c != index) max = std::max(max, static_cast<double>(values[c]));
    return max;
}

template <typename Number>
SampleEvaluation of_logits(std::span<const Number> logits, std::size_t label) {
    const std::size_t prediction = greatest_of(logits);
    const auto top = static_cast<double>(logits[prediction]);
    double sum = 0;
    double own = 0;
    double others = 0;
    for (std::size_t c = 0; c < logits.size(); ++c) {
        const double power = c == prediction ? 1.0 : std::exp(static_cast<double>(logits[c]) - top);
        sum += power;
        if (c == label)
            own = power;
        else
            others += power * power;
    }
    const double behind = static_cast<double>(logits[label]) - top;
    const double p = own / sum;
    const bool alone = logits.size() == 1;
    return {.label_probability = p,
            .prediction = static_cast<std::int32_t>(prediction),
            .confidence = static_cast<float>(1 / sum),
            .margin = alone ? unknown
                            : static_cast<float>(static_cast<double>(logits[label]) -
                                                 max_but(logits, label)),
            .el2n = static_cast<float>(std::sqrt((1 - p) * (1 - p) + others / (sum * sum))),
            .loss = static_cast<float>(std::log(sum) - behind)};
}

double log_of(double probability) { return std::log(std::max(probability, min_probability)); }

void expect_length(std::string_view where, std::string_view field, std::size_t found,
                   std::size_t samples) {
    if (found != samples) throw Error(where, field, " has ", found, " entries, expected ", samples);
}

bool is_class(std::int32_t value, std::size_t classes) {
    return value >= 0 && static_cast<std::size_t>(value) < classes;
}

void check_evaluation(const Evaluation& evaluation, const TrainingDynamics& dynamics) {
    const std::string where = "evaluation " + std::to_string(evaluation.number);
    const std::size_t samples = dynamics.sample_count();
    expect_length(where, "label_probability", evaluation.label_probability.size(), samples);
    expect_length(where, "right", evaluation.right.size(), samples);
    expect_length(where, "predictions", evaluation.predictions.size(), samples);
    expect_length(where, "confidence", evaluation.confidence.size(), samples);
    expect_length(where, "margin", evaluation.margin.size(), samples);
    expect_length(where, "el2n", evaluation.el2n.size(), samples);
    expect_length(where, "loss", evaluation.loss.size(), samples);
    for (std::size_t i = 0; i < samples; ++i) {
        if (!evaluation.has(i)) continue;
        const double p = evaluation.label_probability[i];
        if (p < 0 || p > 1)
            throw Error(where, "label_probability[", i, "] is ", p, ", expected 0..1");
        const std::int32_t prediction = evaluation.predictions[i];
        if (prediction != -1 && !is_class(prediction, dynamics.class_count()))
            throw Error(where, "predictions[", i, "] is ", prediction, ", expected -1..",
                        dynamics.class_count() - 1);
    }
}

}  // namespace

Evaluation Evaluation::of(std::int64_t number, std::size_t samples) {
    Evaluation evaluation;
    evaluation.number = number;
    evaluation.label_probability.assign(samples, std::numeric_limits<double>::quiet_NaN());
    evaluation.right.assign(samples, 0);
    evaluation.predictions.assign(samples, -1);
    evaluation.confidence.assign(samples, unknown);
    evaluation.margin.assign(samples, unknown);
    evaluation.el2n.assign(samples, unknown);
    evaluation.loss.assign(samples, unknown);
    return evaluation;
}

void check_dynamics(const TrainingDynamics& dynamics) {
    const std::size_t samples = dynamics.sample_count();
    if (samples == 0) throw Error("labels", "there are no samples");
    if (dynamics.classes.names.empty()) throw Error("classes", "there are none");
    if (dynamics.evaluations.empty()) throw Error("evaluations", "there are none");
    expect_length("ids", "the list", dynamics.ids.size(), samples);
    expect_length("s_labels", "the list", dynamics.s_labels.size(), samples);
    for (std::size_t i = 0; i < samples; ++i)
        if (!is_class(dynamics.labels[i], dynamics.classes.names.size()))
            throw Error("labels", "entry ", i, " is ", dynamics.labels[i], ", expected 0..",
                        dynamics.classes.names.size() - 1);
    for (std::size_t e = 0; e < dynamics.evaluations.size(); ++e) {
        check_evaluation(dynamics.evaluations[e], dynamics);
        if (e > 0 && dynamics.evaluations[e - 1].number >= dynamics.evaluations[e].number)
            throw Error("evaluation " + std::to_string(dynamics.evaluations[e].number),
                        "comes after ", dynamics.evaluations[e - 1].number,
                        ", expected increasing numbers");
    }
}

SampleEvaluation evaluate_logits(std::span<const float> logits, std::int32_t label) {
    return of_logits(logits, static_cast<std::size_t>(label));
}

SampleEvaluation evaluate_logits(std::span<const double> logits, std::int32_t label) {
    return of_logits(logits, static_cast<std::size_t>(label));
}

SampleEvaluation evaluate_probabilities(std::span<const double> probabilities, std::int32_t label) {
    const auto own = static_cast<std::size_t>(label);
    const double p = probabilities[own];
    double others = 0;
    for (std::size_t c = 0; c < probabilities.size(); ++c)
        if (c != own) others += probabilities[c] * probabilities[c];
    const bool alone = probabilities.size() == 1;
    const double margin = alone ? 0 : log_of(p) - log_of(max_but(probabilities, own));
    const std::size_t prediction = greatest_of(probabilities);
    return {.label_probability = p,
            .prediction = static_cast<std::int32_t>(prediction),
            .confidence = static_cast<float>(probabilities[prediction]),
            .margin = alone ? unknown : static_cast<float>(margin),
            .el2n = static_cast<float>(std::sqrt((1 - p) * (1 - p) + others)),
            .loss = static_cast<float>(-log_of(p))};
}

void keep(Evaluation& evaluation, std::size_t sample, const SampleEvaluation& verdict,
          std::int32_t label) {
    evaluation.label_probability[sample] = verdict.label_probability;
    evaluation.right[sample] = verdict.prediction == label ? 1 : 0;
    evaluation.predictions[sample] = verdict.prediction;
    evaluation.confidence[sample] = verdict.confidence;
    evaluation.margin[sample] = verdict.margin;
    evaluation.el2n[sample] = verdict.el2n;
    evaluation.loss[sample] = verdict.loss;
}

}  // namespace epochscope
