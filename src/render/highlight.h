#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Adds highlights to a frame: links and neighbours, trails, rings around wrong predictions, and
/// the selected samples over all of them.
void add_highlights(const Scene& scene, Frame& frame);

/// The opacity of other samples if something is selected.
inline constexpr float stepped_back = 0.25F;

}  // namespace epochscope
