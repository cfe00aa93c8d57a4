#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope::app {

/// Writes points as a table: `run,curve,epoch,step,value`, a row each, every number to the bit; a
/// step that is not known is empty. Throws Error, Cancelled.
void write_curves(const std::filesystem::path& file, const DockCurves& curves, const Job& job = {});

}  // namespace epochscope::app
