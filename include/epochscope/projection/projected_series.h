#pragma once

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/recording.h>

#include <optional>
#include <vector>

namespace epochscope {

/// The square around all places, grown by 5 % on each side; of 2 where they are all one.
Box square_around(const std::vector<std::vector<Point>>& positions);

/// A recording with a place in the plane for each sample at each epoch: `positions[e]` are those of
/// the epoch of index e; `neighbours` are lists an epoch, or none. Predictions and confidence come
/// from the logits where there are any. The frame is square_around the places; where `frame` is
/// given, that, or a square that holds both if places lie outside. Throws Error where counts do not
/// fit or a logit is not finite.
EpochSeries projected_series(const Recording& recording, std::vector<std::vector<Point>> positions,
                             std::vector<NearestByClass> neighbours = {},
                             const std::optional<Box>& frame = {});

}  // namespace epochscope
