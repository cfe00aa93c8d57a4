#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Something that went from one class to another, and how often it did at each epoch.
struct CountedPair {
    std::int32_t from = 0;
    std::int32_t to = 0;
    /// The sum of `counts`.
    std::size_t total = 0;
    /// One an epoch of the series.
    std::vector<std::size_t> counts = {};
};

/// The most frequent pairs of classes, by falling total, then by class.
struct CountedPairs {
    std::vector<CountedPair> pairs = {};
    /// Of all pairs, also of those that are not listed.
    std::size_t pair_count = 0;
    std::size_t total = 0;
};

/// Samples of the class `from` that are predicted as `to`, counted at each epoch. Samples without a
/// label, and predictions that are unknown or out of range, do not count. Throws Cancelled.
/// O(samples x epochs); memory for the pairs that occur.
CountedPairs confused_classes(const EpochSeries& series, std::size_t most, const Job& job = {});

/// Predictions that changed from the class `from` at the epoch before to the class `to`, as
/// EventKind::flip counts them.
CountedPairs flipped_classes(const EpochSeries& series, std::size_t most, const Job& job = {});

}  // namespace epochscope
