#pragma once

#include "analysis/faithfulness/space_pass.h"

namespace epochscope {

/// Computes cross_nn. `tallies` as in measure_spaces.
void measure_crossings(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                       const Job& job);

}  // namespace epochscope
