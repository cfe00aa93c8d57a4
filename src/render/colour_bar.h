#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the colour bar of the numbers that samples are coloured by, if they are.
void add_colour_bar(const Scene& scene, Frame& frame);

}  // namespace epochscope
