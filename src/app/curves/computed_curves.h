#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

namespace epochscope::app {

/// The curves computed from a dataset: accuracy, flips, mean movement, and the faithfulness metrics
/// if they were measured. Goes through all epochs and releases the memory of each. Throws
/// Cancelled.
DockCurves computed_curves(const Dataset& dataset, const Job& job);

/// What was compared with another dataset, of all samples and by class; none if nothing was.
DockCurves compared_curves(const Dataset& dataset);

}  // namespace epochscope::app
