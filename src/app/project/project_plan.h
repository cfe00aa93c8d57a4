#pragma once

#include <epochscope/opening/project_run.h>

#include <QString>

namespace epochscope::app {

/// Why a run cannot be done, as far as that takes no time to know; empty: it can. `by_maps` if the
/// maps of a folder are to place the samples. Never throws.
QString problem_with(const ProjectRun& run, bool by_maps);

/// A folder to write that is not there yet: beside the recording, or at home where nothing can be
/// written there. Empty where there is no recording.
QString suggested_target(const QString& recording, const QString& method);

}  // namespace epochscope::app
