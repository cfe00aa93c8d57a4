#include "projection/decision_loss.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/compute/head_logits.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

void append_softmax(std::span<const double> logits, std::vector<float>& to) {
    const double greatest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const double logit : logits) sum += std::exp(logit - greatest);
    for (const double logit : logits)
        to.push_back(static_cast<float>(std::exp(logit - greatest) / sum));
}

}  // namespace

DecisionLoss::DecisionLoss(Head head, std::span<const float> middle, float scale, const Table& rows)
    : head_(std::move(head)),
      middle_(middle.begin(), middle.end()),
      scale_(scale),
      classes_(head_.class_count()) {
    if (!head_.is_known()) return;
    const std::vector<double> logits = logits_of(head_, rows, 1);
    shares_.reserve(logits.size());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        append_softmax(std::span(logits).subspan(i * classes_, classes_), shares_);
    if (!head_.is_linear()) return;
    weight_ = head_.linear().weight;
    for (float& w : weight_) w *= scale_;
    std::vector<double> at_middle(classes_);
    logits_at(view_of(head_.linear()), std::span<const float>(middle_),
              std::span<double>(at_middle));
    bias_.assign(at_middle.begin(), at_middle.end());
}

void DecisionLoss::add(std::span<const std::size_t> samples, const float* rows, std::size_t stride,
                       float factor, float* slopes) const {
    if (!head_.is_known()) return;
    if (!head_.is_linear()) {
        add_asked(samples, rows, stride, factor, slopes);
        return;
    }
    for (std::size_t r = 0; r < samples.size(); ++r)
        add_linear(samples[r], rows + r * stride, factor, slopes + r * stride);
}

void DecisionLoss::turn_into_slopes(std::size_t sample, float factor,
                                    std::span<float> logits) const {
    const float greatest = *std::max_element(logits.begin(), logits.end());
    float sum = 0;
    for (float& logit : logits) sum += logit = std::exp(logit - greatest);
    for (std::size_t c = 0; c < classes_; ++c)
        logits[c] = factor * (logits[c] / sum - shares_[sample * classes_ + c]);
}

void DecisionLoss::add_linear(std::size_t sample, const float* row, float factor,
                              float* slopes) const {
    const std::size_t dimension = middle_.size();
    std::vector<float> along(classes_);
    for (std::size_t c = 0; c < classes_; ++c) {
        const float* weights = &weight_[c * dimension];
        along[c] = std::inner_product(weights, weights + dimension, row, bias_[c]);
    }
    turn_into_slopes(sample, factor, along);
    for (std::size_t c = 0; c < classes_; ++c) {
        const float* weights = &weight_[c * dimension];
        for (std::size_t d = 0; d < dimension; ++d) slopes[d] += along[c] * weights[d];
    }
}

void DecisionLoss::add_asked(std::span<const std::size_t> samples, const float* rows,
                             std::size_t stride, float factor, float* slopes) const {
    const std::size_t dimension = middle_.size();
    std::vector<float> embeddings(samples.size() * dimension);
    for (std::size_t r = 0; r < samples.size(); ++r)
        for (std::size_t d = 0; d < dimension; ++d)
            embeddings[r * dimension + d] = rows[r * stride + d] * scale_ + middle_[d];
    std::vector<float> along(samples.size() * classes_);
    head_.module()->write_logits(embeddings, along);
    for (std::size_t r = 0; r < samples.size(); ++r)
        turn_into_slopes(samples[r], factor, std::span(along).subspan(r * classes_, classes_));
    std::vector<float> risen(embeddings.size());
    head_.module()->write_gradients(embeddings, along, risen);
    for (std::size_t r = 0; r < samples.size(); ++r)
        for (std::size_t d = 0; d < dimension; ++d)
            slopes[r * stride + d] += risen[r * dimension + d] * scale_;
}

}  // namespace epochscope
