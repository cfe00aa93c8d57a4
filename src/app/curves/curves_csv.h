#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope::app {

/// Writes the points as CSV, one a row: `run,curve,epoch,step,value`. Numbers read back to the same
/// bits; an unknown step is empty. Throws Error, Cancelled.
void write_curves(const std::filesystem::path& file, const DockCurves& curves, const Job& job = {});

}  // namespace epochscope::app
