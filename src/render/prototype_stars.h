#pragma once

#include "render/scene.h"

#include <epochscope/model/prototypes.h>
#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the prototypes of the level that the view shows, where it wants them: stars over the
/// samples at the playhead, the larger the more samples they have; links from the selected samples
/// to the nearest of them; and of a batch that was drawn its samples, joined where they share a
/// prototype. What a mapped file has wrong is left out.
void add_prototypes(const Scene& scene, const Prototypes& prototypes, Frame& frame);

}  // namespace epochscope
