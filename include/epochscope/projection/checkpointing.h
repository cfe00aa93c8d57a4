#pragma once

#include <epochscope/model/recording.h>
#include <epochscope/model/training_checkpoint.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace epochscope {

/// How what is being learned outlives an interruption.
struct Checkpointing {
    /// What to go on from, to the result of a run that was never left off; null: the beginning. One
    /// of other settings or another recording is an Error that says which.
    std::shared_ptr<const TrainingCheckpoint> from = nullptr;
    /// Is handed what could be gone on from, by the thread that works: so often, when the work is
    /// cancelled, and when it fails, then as it was when the loss was last a number. Empty: never.
    std::function<void(const TrainingCheckpoint&)> keep = {};
    std::chrono::milliseconds apart{10'000};
};

/// A number that recordings with other values, labels or epochs do not share but by chance (1 in
/// 2^64). O(all values), at the speed of memory.
std::uint64_t fingerprint_of(const Recording& recording);

}  // namespace epochscope
