#include "analysis/health/feature_health.h"
#include "analysis/health/logit_health.h"

#include <epochscope/analysis/health.h>
#include <epochscope/compute/threads.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

/// Which samples have finite features and logits.
std::vector<bool> finite_samples(const RecordedEpoch& epoch) {
    const auto is_finite = [](float value) { return std::isfinite(value); };
    std::vector<bool> finite(epoch.embeddings.rows());
    for (std::size_t i = 0; i < finite.size(); ++i)
        finite[i] = std::ranges::all_of(epoch.embeddings.row(i), is_finite) &&
                    (epoch.logits.empty() || std::ranges::all_of(epoch.logits.row(i), is_finite));
    return finite;
}

/// Of the samples that have predictions at both epochs.
std::optional<double> flips_between(const std::vector<std::int32_t>& before,
                                    const std::vector<std::int32_t>& now) {
    std::size_t compared = 0;
    std::size_t flipped = 0;
    for (std::size_t i = 0; i < now.size() && before.size() == now.size(); ++i) {
        if (before[i] < 0 || now[i] < 0) continue;
        ++compared;
        flipped += before[i] != now[i] ? 1 : 0;
    }
    if (compared == 0) return std::nullopt;
    return static_cast<double>(flipped) / static_cast<double>(compared);
}

}  // namespace

EpochHealth HealthMeter::measure(const Recording& recording, std::size_t epoch, const Job& job) {
    EpochHealth health;
    health.number = recording.epoch(epoch).number;
    const auto value = [&](HealthSignal signal) -> std::optional<double>& {
        return health.values[static_cast<std::size_t>(signal)];
    };
    const std::vector<bool> finite = finite_samples(recording.epoch(epoch));
    value(HealthSignal::not_finite) =
        static_cast<double>(std::ranges::count(finite, false)) / static_cast<double>(finite.size());
    std::vector<std::int32_t> predictions = measure_logits(recording, epoch, health);
    value(HealthSignal::flips) = flips_between(last_predictions_, predictions);
    last_predictions_ = std::move(predictions);
    on_threads(threads_,
               [&] { measure_features(recording, epoch, finite, health, job.part(0.1, 0.8)); });
    std::vector<std::int32_t> neighbours =
        drift_lists(recording, epoch, finite, threads_, job.part(0.8, 1));
    value(HealthSignal::drift) = drift_between(last_neighbours_, neighbours);
    last_neighbours_ = std::move(neighbours);
    return health;
}

std::vector<EpochHealth> measure_health(const Recording& recording, int threads, const Job& job) {
    HealthMeter meter(threads);
    std::vector<EpochHealth> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        epochs.push_back(meter.measure(recording, e, job.part(e, recording.epoch_count())));
        recording.release(e);
    }
    return epochs;
}

}  // namespace epochscope
