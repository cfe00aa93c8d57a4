#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds grid lines over the canvas, and their labels inside its left and bottom edges.
void add_axes(const Scene& scene, Frame& frame);

}  // namespace epochscope
