#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>

namespace epochscope {

/// How opaque a trail is at a distance from the playhead, in epochs (negative in the past).
float trail_alpha(double distance);

/// The path of a sample through all epochs, fading with the distance from the playhead, and dots
/// where it was at the epochs nearest to it.
void add_trail(const Scene& scene, std::size_t sample, Frame& frame);

}  // namespace epochscope
