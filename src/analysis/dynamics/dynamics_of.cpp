#include <epochscope/analysis/training_signals.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t block_size = 4096;

/// Dynamics of these samples, without evaluations.
TrainingDynamics begun(const Classes& classes, std::span<const std::int32_t> labels) {
    TrainingDynamics dynamics;
    dynamics.classes = classes;
    dynamics.labels.assign(labels.begin(), labels.end());
    dynamics.s_labels.assign(labels.size(), 0);
    dynamics.ids.reserve(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) dynamics.ids.push_back(std::to_string(i));
    return dynamics;
}

void warn_of_missing(TrainingDynamics& dynamics, std::int64_t number, const char* what) {
    dynamics.warnings.push_back("epoch \"" + std::to_string(number) + "\": has no " + what +
                                "; it is left out");
}

bool is_finite(std::span<const float> logits) {
    return std::ranges::all_of(logits, [](float logit) { return std::isfinite(logit); });
}

Evaluation evaluation_of(const RecordedEpoch& epoch, const Classes& classes,
                         std::span<const std::int32_t> labels, const Job& job) {
    Evaluation evaluation = Evaluation::of(epoch.number, labels.size());
    const tbb::blocked_range<std::size_t> samples(0, labels.size(), block_size);
    tbb::parallel_for(samples, [&](const tbb::blocked_range<std::size_t>& block) {
        end_if_stopped(job.stop);
        for (std::size_t i = block.begin(); i < block.end(); ++i) {
            if (!classes.is_labelled(labels[i]) || !is_finite(epoch.logits.row(i))) continue;
            keep(evaluation, i, evaluate_logits(epoch.logits.row(i), labels[i]), labels[i]);
            if (!epoch.losses.empty()) evaluation.loss[i] = epoch.losses[i];
        }
    });
    return evaluation;
}

void count_absent(const RecordedEpoch& epoch, AbsentValues& absent) {
    for (std::size_t i = 0; i < epoch.logits.rows(); ++i)
        if (!is_finite(epoch.logits.row(i))) absent.add("logits", epoch.number, i);
}

/// Says what is not evaluated.
void warn_of_absent(TrainingDynamics& dynamics, const AbsentValues& absent) {
    for (std::string& sentence : absent.sentences())
        dynamics.warnings.push_back(std::move(sentence) + "; it is not evaluated there");
    const auto without = dynamics.classes.unlabelled;
    if (!without) return;
    const auto count = std::ranges::count(dynamics.labels, *without);
    dynamics.warnings.push_back(std::to_string(count) +
                                " samples have no label; they have no training signals");
}

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

Evaluation evaluation_of(const EpochSeries& series, std::size_t index) {
    const Epoch& epoch = series.epoch(index);
    const std::span<const std::int32_t> labels = series.labels();
    Evaluation evaluation = Evaluation::of(epoch.number, labels.size());
    const std::string where = "epoch \"" + std::to_string(epoch.number) + "\"";
    const std::size_t classes = series.classes().predictable_count();
    for (std::size_t i = 0; i < labels.size(); ++i) {
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
        keep(evaluation, i,
             evaluate_confidence(prediction, std::clamp(static_cast<double>(confidence), 0.0, 1.0),
                                 labels[i], classes),
             labels[i]);
    }
    return evaluation;
}

double fraction(std::size_t done, std::size_t all) {
    return static_cast<double>(done) / static_cast<double>(all);
}

}  // namespace

TrainingDynamics dynamics_of(const Recording& recording, const Job& job, int threads) {
    TrainingDynamics dynamics = begun(recording.classes(), recording.labels());
    AbsentValues absent;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        job.reached(fraction(e, recording.epoch_count()));
        const RecordedEpoch& epoch = recording.epoch(e);
        if (epoch.logits.empty()) {
            warn_of_missing(dynamics, epoch.number, "predictions.npy");
            continue;
        }
        count_absent(epoch, absent);
        on_threads(threads, [&] {
            dynamics.evaluations.push_back(
                evaluation_of(epoch, recording.classes(), recording.labels(), job));
        });
        recording.release(e);
    }
    if (const auto fault = recording.fault()) throw Error(*fault);
    if (dynamics.evaluations.empty())
        throw Error("recording", "no epoch has predictions.npy, of which training signals are");
    warn_of_absent(dynamics, absent);
    job.reached(1);
    return dynamics;
}

TrainingDynamics dynamics_of(const EpochSeries& series, const Job& job) {
    TrainingDynamics dynamics = begun(series.classes(), series.labels());
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        job.reached(fraction(e, series.epoch_count()));
        const Epoch& epoch = series.epoch(e);
        if (epoch.predictions.empty() || epoch.confidence.empty())
            warn_of_missing(dynamics, epoch.number,
                            epoch.predictions.empty() ? "predictions" : "confidence");
        else
            dynamics.evaluations.push_back(evaluation_of(series, e));
    }
    if (const auto fault = series.fault()) throw Error(*fault);
    if (dynamics.evaluations.empty())
        throw Error("epochs",
                    "none has both predictions and confidence, of which training signals "
                    "are");
    if (dynamics.class_count() > 2)
        for (const Evaluation& evaluation : dynamics.evaluations)
            for (std::size_t i = 0; i < evaluation.right.size(); ++i)
                dynamics.estimated =
                    dynamics.estimated || (evaluation.right[i] == 0 && evaluation.has(i));
    warn_of_absent(dynamics, {});
    job.reached(1);
    return dynamics;
}

}  // namespace epochscope
