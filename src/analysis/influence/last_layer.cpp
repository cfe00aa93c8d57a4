#include "analysis/influence/last_layer.h"

#include <epochscope/analysis/prepared_recording.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

bool copy_finite(std::span<const float> row, std::span<double> copy) {
    std::ranges::copy(row, copy.begin());
    return std::ranges::all_of(row, [](float value) { return std::isfinite(value); });
}

void softmax(std::span<double> logits) {
    const double greatest = std::ranges::max(logits);
    double sum = 0;
    for (double& logit : logits) sum += logit = std::exp(logit - greatest);
    for (double& logit : logits) logit /= sum;
}

}  // namespace

Knowledge LastLayer::read(std::size_t sample, std::span<double> features,
                          std::span<double> error) const {
    const RecordedEpoch& at = recording.epoch(epoch);
    const std::int32_t label = recording.labels()[sample];
    Knowledge known = Knowledge::all;
    if (!recording.classes().is_labelled(label))
        known = Knowledge::no_label;
    else if (is_absent(at, sample) || !copy_finite(at.embeddings.row(sample), features))
        known = Knowledge::no_embedding;
    else if (!copy_finite(at.logits.row(sample), error))
        known = Knowledge::no_logits;
    if (known != Knowledge::all) {
        std::ranges::fill(features, 0.0);
        std::ranges::fill(error, 0.0);
        return known;
    }
    softmax(error);
    error[static_cast<std::size_t>(label)] -= 1;
    return known;
}

}  // namespace epochscope
