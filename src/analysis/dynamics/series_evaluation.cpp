#include "analysis/dynamics/series_evaluation.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>

namespace epochscope {

namespace {

/// The evaluation of a prediction with this confidence.
SampleEvaluation evaluate_confidence(std::int32_t prediction, double confidence, std::int32_t label,
                                     std::size_t classes) {
    const bool right = prediction == label;
    if (classes == 2) {
        std::array<double, 2> both{1 - confidence, 1 - confidence};
        both[static_cast<std::size_t>(prediction)] = confidence;
        SampleEvaluation verdict = evaluate_probabilities(both, label);
        verdict.prediction = prediction;
        verdict.confidence = static_cast<float>(confidence);
        return verdict;
    }
    constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
    return {.label_probability =
                right ? confidence : (1 - confidence) / static_cast<double>(classes - 1),
            .prediction = prediction,
            .confidence = static_cast<float>(confidence),
            .margin = unknown,
            .el2n = unknown,
            .loss = unknown};
}

/// Calls `use(sample, prediction, confidence)` for the samples that are evaluated.
void for_each_evaluated(const EpochSeries& series, std::size_t index, std::size_t first,
                        std::size_t count, const auto& use) {
    const Epoch& epoch = series.epoch(index);
    const std::span<const std::int32_t> labels = series.labels();
    const std::string where = "epoch \"" + std::to_string(epoch.number) + "\"";
    const std::size_t classes = series.classes().predictable_count();
    for (std::size_t i = first; i < first + count; ++i) {
        // Copies, since a mapped file may change.
        const std::int32_t prediction = epoch.predictions[i];
        const float confidence = epoch.confidence[i];
        if (prediction < 0 || !std::isfinite(confidence) ||
            !series.classes().is_labelled(labels[i]))
            continue;
        if (static_cast<std::size_t>(prediction) >= classes)
            throw Error(where, "prediction[", i, "] is ", prediction, ", expected 0..",
                        classes - 1);
        if (!(confidence >= -confidence_rounding && confidence <= 1 + confidence_rounding))
            throw Error(where, "confidence[", i, "] is ", confidence, ", expected 0..1");
        use(i, prediction, std::clamp(static_cast<double>(confidence), 0.0, 1.0));
    }
}

}  // namespace

Evaluation evaluation_of(const EpochSeries& series, std::size_t index, std::size_t first,
                         std::size_t count) {
    const std::span<const std::int32_t> labels = series.labels();
    Evaluation evaluation = Evaluation::of(series.epoch(index).number, count);
    const std::size_t classes = series.classes().predictable_count();
    for_each_evaluated(series, index, first, count,
                       [&](std::size_t i, std::int32_t prediction, double confidence) {
                           keep(evaluation, i - first,
                                evaluate_confidence(prediction, confidence, labels[i], classes),
                                labels[i]);
                       });
    return evaluation;
}

RightCount count_right(const EpochSeries& series, std::size_t index) {
    RightCount count;
    for_each_evaluated(series, index, 0, series.sample_count(),
                       [&](std::size_t i, std::int32_t prediction, double /*confidence*/) {
                           ++count.evaluated;
                           count.right += prediction == series.labels()[i] ? 1 : 0;
                       });
    return count;
}

std::vector<std::size_t> evaluated_epochs(const EpochSeries& series) {
    std::vector<std::size_t> evaluated;
    for (std::size_t e = 0; e < series.epoch_count(); ++e)
        if (!series.epoch(e).predictions.empty() && !series.epoch(e).confidence.empty())
            evaluated.push_back(e);
    if (evaluated.empty())
        throw Error("epochs",
                    "none has both predictions and confidence, of which training signals are");
    return evaluated;
}

}  // namespace epochscope
