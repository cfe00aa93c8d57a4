#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/analysis/health.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <vector>

namespace epochscope::app {

/// The curves computed from a dataset: accuracy, flips, mean movement, and the faithfulness metrics
/// if they were measured. Goes through all epochs and releases the memory of each. Throws
/// Cancelled.
DockCurves computed_curves(const Dataset& dataset, const Job& job);

/// The signals of a run's health, each at the epochs where it is known.
DockCurves health_curves(const std::vector<EpochHealth>& epochs);

/// What was compared with another dataset, of all samples and by class; none if nothing was.
DockCurves compared_curves(const Dataset& dataset);

}  // namespace epochscope::app
