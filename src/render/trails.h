#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>

namespace epochscope {

/// The opacity of a trail at a distance from the playhead in epochs (negative: past).
float trail_alpha(double distance);

/// Adds the path of a sample through all epochs, which fades with the distance from the playhead,
/// and dots at the nearest epochs.
void add_trail(const Scene& scene, std::size_t sample, Frame& frame);

}  // namespace epochscope
