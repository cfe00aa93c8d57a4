#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the legend of preserved neighbours, if samples are coloured by them.
void add_preserved_legend(const Scene& scene, Frame& frame);

}  // namespace epochscope
