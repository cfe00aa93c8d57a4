#pragma once

#include <epochscope/model/classes.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The outputs of a model for every sample at one evaluation. Each list has one entry a sample.
struct Evaluation {
    /// The epoch number, or the index of the evaluation in its file, from 0. Increasing.
    std::int64_t number = 0;
    /// p_y, the probability of the sample's label, 0..1. NaN if the sample was not evaluated or has
    /// no label; then its other values do not count.
    std::vector<double> label_probability;
    /// Whether the label was predicted: 1 or 0.
    std::vector<std::uint8_t> right;
    /// The predicted class, 0..C-1, the first of equally probable ones; -1 if unknown.
    std::vector<std::int32_t> predictions;
    /// The probability of the predicted class, 0..1. NaN if unknown, as in the three lists below.
    std::vector<float> confidence;
    /// The logit of the label minus the largest other logit; from probabilities, the same
    /// difference of their logarithms.
    std::vector<float> margin;
    /// The norm of p minus the one-hot vector of the label (Paul et al. 2021, Deep Learning on a
    /// Data Diet).
    std::vector<float> el2n;
    /// The recorded loss, or else the cross-entropy -ln p_y.
    std::vector<float> loss;
    /// The share of a sample's 15 nearest in feature space that bear another label, 0..1; empty at
    /// evaluations at which it was not looked for.
    std::vector<float> disagreement = {};

    /// An evaluation of `samples` samples in which all values are unknown.
    static Evaluation of(std::int64_t number, std::size_t samples);
    [[nodiscard]] bool has(std::size_t sample) const {
        return !std::isnan(label_probability[sample]);
    }
};

/// The outputs for N samples over the evaluations of a training, from which data maps are computed.
/// About 30 bytes a sample and evaluation.
struct TrainingDynamics {
    /// The unique names of the samples.
    std::vector<std::string> ids;
    Classes classes;
    /// The label of each sample, 0..C-1.
    std::vector<std::int32_t> labels;
    /// TrustAI's mark of samples that were made hard (1) or mislabelled (2) on purpose; 0 if
    /// unknown.
    std::vector<std::int32_t> s_labels;
    /// In chronological order.
    std::vector<Evaluation> evaluations;
    /// Whether p_y of wrongly predicted samples is an estimate: the rest of the confidence, divided
    /// evenly among the other classes.
    bool estimated = false;
    /// Sentences about optional content that is broken.
    std::vector<std::string> warnings;

    [[nodiscard]] std::size_t sample_count() const { return labels.size(); }
    [[nodiscard]] std::size_t evaluation_count() const { return evaluations.size(); }
    /// The number of classes that can be predicted.
    [[nodiscard]] std::size_t class_count() const { return classes.predictable_count(); }
};

/// Throws Error if lists differ in length, there is no sample, class or evaluation, labels or
/// predictions are out of range, evaluation numbers do not increase, or a p_y is outside 0..1.
/// O(samples x evaluations).
void check_dynamics(const TrainingDynamics& dynamics);

/// The values of one sample at one evaluation: see Evaluation.
struct SampleEvaluation {
    double label_probability = 0;
    std::int32_t prediction = 0;
    float confidence = 0;
    float margin = 0;
    float el2n = 0;
    float loss = 0;
};

/// The smallest positive float32, 2^-149. A probability of 0 counts as this in margins and losses,
/// which keeps them within ln 2^149 = 103.3.
inline constexpr double min_probability = 0x1p-149;

/// Evaluates finite logits of a sample of this label. With a single class, the margin is NaN.
/// O(classes).
SampleEvaluation evaluate_logits(std::span<const float> logits, std::int32_t label);
SampleEvaluation evaluate_logits(std::span<const double> logits, std::int32_t label);

/// Evaluates probabilities, 0..1, which need not sum to 1. O(classes).
SampleEvaluation evaluate_probabilities(std::span<const double> probabilities, std::int32_t label);

/// Stores the values of the sample of this index; its label decides whether it is right.
void keep(Evaluation& evaluation, std::size_t sample, const SampleEvaluation& verdict,
          std::int32_t label);

}  // namespace epochscope
