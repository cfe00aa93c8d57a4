#include "cli/chosen_signals.h"

#include <epochscope/io/chosen_metadata.h>
#include <epochscope/model/error.h>
#include <epochscope/model/metadata.h>
#include <epochscope/model/recording.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();

/// A series without places, of which columns are made.
EpochSeries series_of(const TrainingDynamics& dynamics) {
    std::vector<EpochColumns> epochs;
    for (const Evaluation& evaluation : dynamics.evaluations) {
        EpochColumns& epoch = epochs.emplace_back();
        epoch.number = evaluation.number;
        epoch.positions.assign(dynamics.sample_count(), Point{nowhere, nowhere});
        epoch.predictions = evaluation.predictions;
        epoch.confidence = evaluation.confidence;
    }
    return make_series(dynamics.classes, dynamics.labels, std::move(epochs));
}

EpochSeries series_of(const Recording& recording) {
    std::vector<EpochColumns> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        EpochColumns& epoch = epochs.emplace_back();
        epoch.number = recording.epoch(e).number;
        epoch.positions.assign(recording.sample_count(), Point{nowhere, nowhere});
        if (recording.epoch(e).logits.empty()) continue;
        Predictions known = predictions_from(recording.epoch(e).logits);
        epoch.predictions = std::move(known.predictions);
        epoch.confidence = std::move(known.confidence);
    }
    const std::span<const std::int32_t> labels = recording.labels();
    return make_series(recording.classes(), {labels.begin(), labels.end()}, std::move(epochs));
}

Metadata ids_of(const TrainingDynamics& dynamics) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& id : dynamics.ids) {
        bytes += id;
        ends.push_back(bytes.size());
    }
    return {{Column::of_texts("id", std::move(bytes), std::move(ends))}};
}

template <typename Value>
void keep(std::vector<Value>& values, std::span<const std::size_t> samples) {
    if (values.empty()) return;
    std::vector<Value> kept;
    kept.reserve(samples.size());
    for (const std::size_t sample : samples) kept.push_back(std::move(values[sample]));
    values = std::move(kept);
}

}  // namespace

std::shared_ptr<const SampleColumns> columns_of(const SignalSource& source,
                                                const SignalTable& table) {
    Dataset dataset{.series = series_of(source.dynamics),
                    .backgrounds = nullptr,
                    .name = source.name,
                    .path = source.path,
                    .format = source.format,
                    .warnings = {}};
    dataset.metadata = source.metadata ? source.metadata
                                       : std::make_shared<const Metadata>(ids_of(source.dynamics));
    const auto signals = [&table](const Job&) {
        // Not owned: see above.
        return std::shared_ptr<const SignalTable>(std::shared_ptr<const SignalTable>(), &table);
    };
    return std::make_shared<const SampleColumns>(std::make_shared<Dataset>(std::move(dataset)),
                                                 signals);
}

std::shared_ptr<const SampleColumns> columns_of(const std::shared_ptr<const RecordedRun>& run) {
    Dataset dataset{.series = series_of(run->recording),
                    .backgrounds = nullptr,
                    .name = run->name,
                    .path = run->path,
                    .format = run->format,
                    .warnings = {}};
    dataset.metadata = run->metadata;
    const auto signals = [run](const Job& job) {
        return std::make_shared<const SignalTable>(signals_of(dynamics_of(run->recording, job)));
    };
    return std::make_shared<const SampleColumns>(std::make_shared<Dataset>(std::move(dataset)),
                                                 signals);
}

void keep_only(SignalSource& source, SignalTable& table, std::span<const std::size_t> samples) {
    TrainingDynamics& dynamics = source.dynamics;
    keep(dynamics.ids, samples);
    keep(dynamics.labels, samples);
    keep(dynamics.s_labels, samples);
    for (Evaluation& evaluation : dynamics.evaluations) {
        keep(evaluation.label_probability, samples);
        keep(evaluation.right, samples);
        keep(evaluation.predictions, samples);
        keep(evaluation.confidence, samples);
        keep(evaluation.margin, samples);
        keep(evaluation.el2n, samples);
        keep(evaluation.loss, samples);
        keep(evaluation.disagreement, samples);
    }
    SignalTable kept(samples.size());
    for (std::size_t s = 0; s < signal_count; ++s)
        for (std::size_t i = 0; i < samples.size(); ++i)
            kept.column(static_cast<Signal>(s))[i] = table[static_cast<Signal>(s)][samples[i]];
    table = std::move(kept);
    source.metadata = epochscope::metadata_of(source.metadata, samples);
}

}  // namespace epochscope::cli
