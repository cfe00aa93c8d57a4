#pragma once

#include "render/crowding.h"
#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Has the frame's samples drawn as density, with `opacity`, and says what its brightness means.
void add_density(const Scene& scene, const Crowding& crowding, float opacity, Frame& frame);

}  // namespace epochscope
