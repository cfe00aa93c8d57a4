#pragma once

#include <epochscope/analysis/health.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// The predictions of an epoch: of each sample a class, or -1 if a logit is not finite. Sets the
/// signals of logits but flips, and the accuracy of each class. O(samples x classes).
std::vector<std::int32_t> measure_logits(const Recording& recording, std::size_t epoch,
                                         EpochHealth& health);

}  // namespace epochscope
