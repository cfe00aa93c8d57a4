#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Writes each class's name at the median of its visible samples, or of 4,096 of them evenly
/// chosen.
void add_class_names(const Scene& scene, Frame& frame);

}  // namespace epochscope
