#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>

namespace epochscope {

/// The orientation of the backgrounds of a series by agreement (see open_background_files). Decodes
/// one of them. O(samples).
Orientation orientation_by_agreement(const EpochSeries& series,
                                     const BackgroundSource& backgrounds);

}  // namespace epochscope
