#pragma once

#include "io/format.h"

namespace epochscope {

/// A run of time-travelling-visualizer with projections, or one of its projections
/// (`visualize/<name>`; manual, formats.md). The frame is that of `visualize/<name>/info.json`, or
/// else the bounding box of all points of all epochs with a margin of 5 % on each side.
extern const Format visualizer_run_format;

}  // namespace epochscope
