#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// How far named axes reach above the canvas's lower edge, in device pixels; 0 where the scene has
/// none.
[[nodiscard]] float lower_room_of_axes(const Scene& scene);

/// The axes of a scene that has names for them: a line along the left and one along the bottom with
/// ticks, numbers and the names outside of them, over a plate that steps in front of the samples
/// there, and light grid lines inside. Nothing on a canvas that is too small for them.
void add_named_axes(const Scene& scene, Frame& frame);

}  // namespace epochscope
