#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>

namespace epochscope {

/// How strong a trail is at a distance from the playhead in epochs (negative: past): 1 at the
/// playhead, towards 0 far from it.
float trail_strength(double distance);

/// Adds the path of a sample through all epochs: a halo in the colour of the canvas, a line over it
/// that is coloured by the prediction at each epoch (by the label if predictions are unknown),
/// arrows along it, and dots at the epochs. It is dashed where the move is the layout's (see
/// Scene::is_false_move). It is thicker and more saturated near the playhead;
/// everywhere its contrast with the halo is at least seen_contrast.
void add_trail(const Scene& scene, std::size_t sample, Frame& frame);

}  // namespace epochscope
