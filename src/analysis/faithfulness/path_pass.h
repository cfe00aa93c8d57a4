#pragma once

#include "analysis/faithfulness/space_pass.h"

namespace epochscope {

/// Measures what is of each sample's path through all epochs: temp_pv, temp_l, temp_g_tau,
/// temp_g_rho, step_agreement. `tallies` as measure_spaces has them.
void measure_paths(const Measuring& measuring, const Turnover& stays,
                   std::span<EmbeddingTally> tallies, const Job& job);

}  // namespace epochscope
