#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Says what the colours of samples mean, where they are how many of their neighbours are kept.
void add_preserved_legend(const Scene& scene, Frame& frame);

}  // namespace epochscope
