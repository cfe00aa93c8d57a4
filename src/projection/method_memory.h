#pragma once

#include <epochscope/model/recording.h>

namespace epochscope {

// About how many bytes parts of methods hold.

/// A sample while t-SNE lays it out: layouts, velocities, gains, gradients and forces; and of each
/// of up to six times the perplexity neighbours a pair of samples as it is joined, in double
/// precision, and in vectors.
inline double layout_memory(double perplexity) { return 160 + 36 * 6 * perplexity; }

/// Learning a map from all samples of an epoch, boundary points being a tenth more: embeddings, and
/// so many edges a point and neighbour as they are found, joined and drawn from.
inline double learning_memory(const Recording& recording, int neighbours, double edges) {
    constexpr double edge_bytes = 36;
    constexpr double boundary = 1.1;
    return static_cast<double>(recording.sample_count()) * boundary *
           (static_cast<double>(recording.dimension() * sizeof(float)) +
            edges * neighbours * edge_bytes);
}

}  // namespace epochscope
