#pragma once

#include "analysis/faithfulness/embedding_tally.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// What of a recording is measured, and how.
struct Measuring {
    const Recording& recording;
    std::span<const std::size_t> epochs;
    std::span<const Embedding> embeddings;
    const FaithfulnessOptions& options;
    /// As many as there can be; 0: none.
    std::size_t neighbours = 0;
    std::size_t near_epochs = 0;

    [[nodiscard]] std::size_t samples() const { return recording.sample_count(); }
};

/// For each sample and step to the next epoch the share of its neighbours in feature space that
/// stay so: rows of a step for each sample; empty where there are no neighbours.
using Turnover = std::vector<double>;

/// Measures what is of one epoch at a time: nn_pv, boundary_pv, rec_pv, trustworthiness,
/// continuity. `tallies` has one of the features first, then one for each embedding.
Turnover measure_spaces(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                        const Job& job);

}  // namespace epochscope
