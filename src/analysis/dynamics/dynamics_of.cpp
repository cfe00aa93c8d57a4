#include "analysis/dynamics/neighbour_disagreement.h"
#include "analysis/dynamics/series_evaluation.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/compute/shared_progress.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <string>
#include <utility>
#include <vector>

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

/// Whether a probability of the label is an estimate.
bool has_estimate(const Evaluation& evaluation) {
    for (std::size_t i = 0; i < evaluation.right.size(); ++i)
        if (evaluation.right[i] == 0 && evaluation.has(i)) return true;
    return false;
}

/// The evaluations of epochs of a series, in their order. Throws what the first faulty one throws.
std::vector<Evaluation> evaluations_of(const EpochSeries& series,
                                       const std::vector<std::size_t>& epochs, const Job& job,
                                       int threads) {
    std::vector<Evaluation> evaluations(epochs.size());
    std::vector<std::exception_ptr> faults(epochs.size());
    SharedProgress progress(job, epochs.size());
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, epochs.size(), [&](std::size_t k) {
            try {
                evaluations[k] = evaluation_of(series, epochs[k], 0, series.sample_count());
            } catch (const Error&) {
                faults[k] = std::current_exception();
            }
            progress.done_one();
        });
    });
    for (const std::exception_ptr& fault : faults)
        if (fault) std::rethrow_exception(fault);
    return evaluations;
}

/// The share of the work before neighbours are looked for.
constexpr double evaluated = 0.3;

double fraction(std::size_t done, std::size_t all) {
    return static_cast<double>(done) / static_cast<double>(all);
}

}  // namespace

TrainingDynamics dynamics_of(const Recording& recording, const Job& job, int threads) {
    TrainingDynamics dynamics = begun(recording.classes(), recording.labels());
    AbsentValues absent;
    std::vector<std::size_t> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        job.reached(evaluated * fraction(e, recording.epoch_count()));
        const RecordedEpoch& epoch = recording.epoch(e);
        if (epoch.logits.empty()) {
            warn_of_missing(dynamics, epoch.number, "predictions.npy");
            continue;
        }
        count_absent(epoch, absent);
        epochs.push_back(e);
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
    find_disagreement(dynamics, recording, epochs, job.part(evaluated, 1), threads);
    if (const auto fault = recording.fault()) throw Error(*fault);
    job.reached(1);
    return dynamics;
}

TrainingDynamics dynamics_of(const EpochSeries& series, const Job& job, int threads) {
    TrainingDynamics dynamics = begun(series.classes(), series.labels());
    const std::vector<std::size_t> evaluated = evaluated_epochs(series);
    for (const Epoch& epoch : series.epochs())
        if (epoch.predictions.empty() || epoch.confidence.empty())
            warn_of_missing(dynamics, epoch.number,
                            epoch.predictions.empty() ? "predictions" : "confidence");
    dynamics.evaluations = evaluations_of(series, evaluated, job, threads);
    if (const auto fault = series.fault()) throw Error(*fault);
    dynamics.estimated =
        dynamics.class_count() > 2 && std::ranges::any_of(dynamics.evaluations, has_estimate);
    warn_of_absent(dynamics, {});
    job.reached(1);
    return dynamics;
}

}  // namespace epochscope
