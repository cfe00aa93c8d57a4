#pragma once

#include "render/crowding.h"
#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Draws the samples of the frame as density with `opacity`, and adds its legend.
void add_density(const Scene& scene, const Crowding& crowding, float opacity, Frame& frame);

}  // namespace epochscope
