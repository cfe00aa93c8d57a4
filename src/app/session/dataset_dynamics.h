#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <optional>

namespace epochscope::app {

/// What the logits of a recording tell, where a dataset's folder is one and has some; of the
/// samples of the dataset. Throws Error, Cancelled.
std::optional<TrainingDynamics> recorded_dynamics(const Dataset& dataset, const Job& job);

/// The same, or else what predictions and confidence tell.
TrainingDynamics dynamics_for(const Dataset& dataset, const Job& job);

/// Whether dynamics, and places of them, fit into the memory that is left.
bool has_room_for_dynamics(const EpochSeries& series);

}  // namespace epochscope::app
