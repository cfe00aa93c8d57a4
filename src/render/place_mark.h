#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the cross over the inspected point, if there is one.
void add_place_mark(const Scene& scene, Frame& frame);

}  // namespace epochscope
