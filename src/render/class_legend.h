#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

namespace epochscope {

/// Adds the legend of the visible classes, or of the categories that samples are coloured by, at
/// the right side, from `top` in device pixels down: a square in the colour of each and its name,
/// in columns if they do not fit into one, with the number of those that are left out. Categories
/// have a title. It ends above the lower right corner if a bar is there. Adds nothing on a small
/// canvas, or if numbers colour samples.
void add_class_legend(const Scene& scene, float top, bool has_bar, Frame& frame);

}  // namespace epochscope
