#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

namespace epochscope::app {

/// What is worked out of what is open: accuracy, how many predictions flipped, how far samples
/// moved, and how far its pictures can be trusted, where that was measured. Goes through all
/// epochs, and gives back the memory of each. Throws Cancelled.
DockCurves computed_curves(const Dataset& dataset, const Job& job);

}  // namespace epochscope::app
