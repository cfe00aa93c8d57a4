#pragma once

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/epoch_series.h>

#include <vector>

namespace epochscope {

/// A series with these neighbour lists, one entry an epoch; those of an epoch without entries stay.
/// Shares the memory of the series: positions, labels.
EpochSeries listed(const EpochSeries& series, std::vector<NearestByClass> lists);

}  // namespace epochscope
