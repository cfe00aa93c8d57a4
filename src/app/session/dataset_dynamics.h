#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <optional>

namespace epochscope::app {

/// The dynamics of the dataset's samples by recorded logits, if its folder is a recording with
/// logits. Throws Error, Cancelled.
std::optional<TrainingDynamics> recorded_dynamics(const Dataset& dataset, const Job& job);

/// The same, or else by predictions and confidence.
TrainingDynamics dynamics_for(const Dataset& dataset, const Job& job);

/// Whether dynamics and a data map fit into the available memory.
bool has_room_for_dynamics(const EpochSeries& series);

}  // namespace epochscope::app
