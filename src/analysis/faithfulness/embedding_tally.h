#pragma once

#include "analysis/faithfulness/tally.h"

#include <array>
#include <cstddef>
#include <vector>

namespace epochscope {

/// All metrics of an embedding (or of the features) while they are computed.
struct EmbeddingTally {
    EmbeddingTally(std::size_t epochs, std::size_t samples)
        : preserved(epochs * samples),
          kept_epochs(samples),
          kept_order(samples),
          sample_count(samples) {
        metrics.fill(MetricTally(epochs));
    }

    [[nodiscard]] MetricTally& operator[](Metric metric) {
        return metrics[static_cast<std::size_t>(metric)];
    }
    [[nodiscard]] Tally& at(Metric metric, std::size_t epoch) {
        return (*this)[metric].epochs[epoch];
    }
    /// The preserved fractions of an epoch.
    [[nodiscard]] std::span<float> kept_at(std::size_t epoch) {
        return std::span(preserved).subspan(epoch * sample_count, sample_count);
    }

    std::array<MetricTally, metric_count> metrics;
    // These have no value for an epoch.
    Tally temp_pv;
    Tally travel;
    std::vector<float> preserved;
    /// temp_l of each sample.
    std::vector<Tally> kept_epochs;
    /// temp_g_tau of each sample.
    std::vector<Tally> kept_order;
    std::size_t sample_count;
};

}  // namespace epochscope
