#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds each class name at the median of its visible samples, or of 4,096 evenly chosen ones.
void add_class_names(const Scene& scene, Frame& frame);

}  // namespace epochscope
