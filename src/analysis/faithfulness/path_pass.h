#pragma once

#include "analysis/faithfulness/space_pass.h"

namespace epochscope {

/// Computes the metrics of paths: temp_pv, temp_l, temp_g_tau, temp_g_rho, step_agreement, travel.
/// `tallies` as in measure_spaces, `spreads` from measure_spreads.
void measure_paths(const Measuring& measuring, const Turnover& stays,
                   std::span<const double> spreads, std::span<EmbeddingTally> tallies,
                   const Job& job);

}  // namespace epochscope
