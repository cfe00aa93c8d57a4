#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Adds what stands out to a frame: links and neighbours, trails, rings around wrong predictions,
/// and the selected samples over all of them.
void add_highlights(const Scene& scene, Frame& frame);

/// How opaque the others are where something is selected.
inline constexpr float stepped_back = 0.25F;

}  // namespace epochscope
