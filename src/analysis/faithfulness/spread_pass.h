#pragma once

#include "analysis/faithfulness/space_pass.h"

#include <vector>

namespace epochscope {

/// Computes `spread`. `tallies` as in measure_spaces. Returns, for each of them, the root mean
/// square distance of the places of all epochs from their mean. O(E N D).
std::vector<double> measure_spreads(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                                    const Job& job);

}  // namespace epochscope
