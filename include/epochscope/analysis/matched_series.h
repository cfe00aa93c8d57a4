#pragma once

#include <epochscope/analysis/paired_series.h>
#include <epochscope/compute/procrustes.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <optional>

namespace epochscope {

/// The similarity that brings the places of the second series nearest to those of their partners in
/// the first, over all pairs of epochs; of many samples, over an even choice. O(E min(N, 2000)).
Similarity placement_onto_first(const EpochSeries& first, const EpochSeries& second,
                                const SeriesPairs& pairs);

/// The second series with the samples of the first: sample i is the first's, with its label, where
/// its partner is, as that is predicted. Samples without a partner are absent (at NaN); those of
/// the second that have none follow behind the first's. Classes are the first's, followed by those
/// that only the second has. With a placement, places are moved by it into the first's frame.
///
/// Shares the memory of both as far as nothing has to be moved. Throws Cancelled. O(E N) time and
/// memory if samples or classes have another order, else O(1).
EpochSeries matched_series(const EpochSeries& first, const EpochSeries& second,
                           const SeriesPairs& pairs,
                           const std::optional<Similarity>& placement = {}, const Job& job = {});

}  // namespace epochscope
