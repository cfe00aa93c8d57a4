#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/model/training_dynamics.h>

#include <cstddef>
#include <span>

namespace epochscope {

/// Fills Evaluation::disagreement at the five evaluations that weigh most for suspicion, the
/// earlier of equal ones, for samples whose features are finite and at most 1000 times as long as
/// the median's. `epochs` are their indices in the recording, one an evaluation. The
/// voters are all labelled samples, or as many of them, drawn at random, as can be asked with 4e11
/// products; where these are fewer than 1000 and not all, nothing is filled. Both are a warning of
/// the dynamics. The same for any number of threads (0: all). Throws Cancelled. O(5 N voters D).
void find_disagreement(TrainingDynamics& dynamics, const Recording& recording,
                       std::span<const std::size_t> epochs, const Job& job, int threads);

}  // namespace epochscope
