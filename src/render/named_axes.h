#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// The height of named axes above the lower edge of the canvas in device pixels; 0 without them.
[[nodiscard]] float lower_room_of_axes(const Scene& scene);

/// Adds the named axes of a scene: a line along the left and the bottom with ticks, numbers and
/// names outside, on a box over the samples, and light grid lines inside. Adds nothing on a canvas
/// that is too small.
void add_named_axes(const Scene& scene, Frame& frame);

}  // namespace epochscope
