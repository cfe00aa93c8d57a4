#include "app/session/dataset_dynamics.h"

#include <epochscope/io/recording.h>
#include <epochscope/projection/memory.h>

#include <algorithm>

namespace epochscope::app {
namespace {

/// Bytes for an evaluation of a sample (dynamics and positions), and for the signals of a sample.
constexpr double bytes_an_evaluation = 60;
constexpr double bytes_a_sample = 400;

bool has_logits(const Recording& recording) {
    return std::any_of(recording.epochs().begin(), recording.epochs().end(),
                       [](const RecordedEpoch& epoch) { return !epoch.logits.empty(); });
}

}  // namespace

std::optional<TrainingDynamics> recorded_dynamics(const Dataset& dataset, const Job& job) {
    if (!is_recording(dataset.path)) return std::nullopt;
    const Recording recording = open_recording(dataset.path, {.heads = {.is_wanted = false}},
                                               {.progress = {}, .stop = job.stop})
                                    .recording;
    const bool is_of_these = std::ranges::equal(recording.labels(), dataset.series.labels());
    if (!is_of_these || !has_logits(recording)) return std::nullopt;
    return dynamics_of(recording, job);
}

TrainingDynamics dynamics_for(const Dataset& dataset, const Job& job) {
    if (auto recorded = recorded_dynamics(dataset, job)) return std::move(*recorded);
    return dynamics_of(dataset.series, job);
}

bool has_room_for_dynamics(const EpochSeries& series) {
    const auto samples = static_cast<double>(series.sample_count());
    const auto evaluations = samples * static_cast<double>(series.epoch_count());
    const double needed = evaluations * bytes_an_evaluation + samples * bytes_a_sample;
    const auto available = memory_available();
    return !available || needed <= *available;
}

}  // namespace epochscope::app
