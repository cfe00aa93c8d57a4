#pragma once

#include "render/scene.h"

#include <epochscope/model/prototypes.h>
#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the prototypes of the view's level, if shown: stars over the samples, larger with more
/// samples; links from selected samples to their nearest; and the samples of a drawn batch, linked
/// if they share a prototype. Skips invalid values of mapped files. Whether a legend of the stars
/// was added, in the lower right corner beside those that are there.
bool add_prototypes(const Scene& scene, const Prototypes& prototypes, Frame& frame);

}  // namespace epochscope
