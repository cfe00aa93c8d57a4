#pragma once

#include <epochscope/model/classes.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// What a model said of every sample at one evaluation; each list has an entry a sample.
struct Evaluation {
    /// The epoch's number, or which evaluation of a file it is, from 0; rising.
    std::int64_t number = 0;
    /// p_y, the probability of the sample's label, 0..1; no number where the sample was not
    /// evaluated, and then nothing else of it counts.
    std::vector<double> label_probability;
    /// Whether the label was predicted: 1 or 0.
    std::vector<std::uint8_t> right;
    /// The predicted class, 0..C-1, of equally probable ones the first; -1 where it is not known.
    std::vector<std::int32_t> predictions;
    /// The probability of the predicted class, 0..1. No number where it is not known; so for the
    /// three below.
    std::vector<float> confidence;
    /// z_y less the greatest other logit; from probabilities the same difference of their
    /// logarithms.
    std::vector<float> margin;
    /// The length of p less the label's one-hot vector (Paul et al. 2021, Deep Learning on a Data
    /// Diet).
    std::vector<float> el2n;
    /// The loss as it was recorded, else the cross entropy, -ln p_y.
    std::vector<float> loss;

    /// An evaluation at which nothing of `samples` samples is known, yet.
    static Evaluation of(std::int64_t number, std::size_t samples);
    [[nodiscard]] bool has(std::size_t sample) const {
        return !std::isnan(label_probability[sample]);
    }
};

/// How a model took to each of N samples in the course of its training: what data maps are drawn
/// of. Plain columns, about 30 bytes a sample and evaluation.
struct TrainingDynamics {
    /// What the samples are called: each once.
    std::vector<std::string> ids;
    Classes classes;
    /// The class that each sample was labelled with, 0..C-1.
    std::vector<std::int32_t> labels;
    /// TrustAI's mark of samples that were made hard (1) or mislabelled (2) on purpose; 0 where
    /// nothing is known.
    std::vector<std::int32_t> s_labels;
    /// In the order of time.
    std::vector<Evaluation> evaluations;
    /// Whether p_y of samples that were predicted wrong is a guess: what confidence left over,
    /// shared evenly among the other classes.
    bool estimated = false;
    /// What is optional and broken, in sentences.
    std::vector<std::string> warnings;

    [[nodiscard]] std::size_t sample_count() const { return labels.size(); }
    [[nodiscard]] std::size_t evaluation_count() const { return evaluations.size(); }
    [[nodiscard]] std::size_t class_count() const { return classes.names.size(); }
};

/// Throws Error where lists differ in length, there is no sample, class or evaluation, labels or
/// predictions are no classes, numbers of evaluations do not rise, or a p_y is outside 0..1.
/// O(samples x evaluations).
void check_dynamics(const TrainingDynamics& dynamics);

/// What one evaluation says of one sample.
struct SampleEvaluation {
    double label_probability = 0;
    std::int32_t prediction = 0;
    float confidence = 0;
    float margin = 0;
    float el2n = 0;
    float loss = 0;
};

/// The least probability that counts, 2^-149: the least that a float32 holds. One of 0 counts as
/// this in margins and losses, which so stay within ln 2^149 = 103.3.
inline constexpr double min_probability = 0x1p-149;

/// The verdict of logits, which must be finite, on a sample of this label; its margin is no number
/// where there is but one class. O(classes).
SampleEvaluation evaluate_logits(std::span<const float> logits, std::int32_t label);
SampleEvaluation evaluate_logits(std::span<const double> logits, std::int32_t label);

/// The same of probabilities, 0..1, which need not add up to 1.
SampleEvaluation evaluate_probabilities(std::span<const double> probabilities, std::int32_t label);

/// Keeps a verdict of the sample of this index; its label decides whether it was right.
void keep(Evaluation& evaluation, std::size_t sample, const SampleEvaluation& verdict,
          std::int32_t label);

}  // namespace epochscope
