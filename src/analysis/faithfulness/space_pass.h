#pragma once

#include "analysis/faithfulness/embedding_tally.h"

#include <epochscope/model/job.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The input of a measurement.
struct Measuring {
    const Recording& recording;
    std::span<const std::size_t> epochs;
    std::span<const Embedding> embeddings;
    const FaithfulnessOptions& options;
    /// The limited numbers; 0: none.
    std::size_t neighbours = 0;
    std::size_t near_epochs = 0;

    [[nodiscard]] std::size_t samples() const { return recording.sample_count(); }
    /// Whether a sample is known at the measured epoch of this index.
    [[nodiscard]] bool is_known(std::size_t epoch, std::size_t sample) const {
        const auto absent = recording.epoch(epochs[epoch]).absent;
        return absent.empty() ||
               !std::ranges::binary_search(absent, static_cast<std::uint32_t>(sample));
    }
};

/// Places as rows of x and y.
inline Table table_of(std::span<const Point> places) {
    return {{reinterpret_cast<const float*>(places.data()), 2 * places.size()}, 2};
}

/// For each sample and step to the next epoch, the fraction of its neighbours in feature space that
/// stay: a row of steps a sample; empty without neighbours.
using Turnover = std::vector<double>;

/// Computes the metrics of single epochs: nn_pv, boundary_pv, rec_pv, trustworthiness, continuity.
/// `tallies` has one for the features, then one for each embedding.
Turnover measure_spaces(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                        const Job& job);

}  // namespace epochscope
