#pragma once

#include "io/projector/projector_config.h"

#include <epochscope/model/thumbnails.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The pictures of `samples` samples in a sprite, row by row. Decodes it with the first picture.
/// Null, with a warning, if its size does not fit. Without the size of a picture, the sprite is as
/// many pictures wide as high.
std::shared_ptr<const ThumbnailSource> open_sprite(const ProjectorSprite& sprite,
                                                   std::size_t samples,
                                                   std::vector<std::string>& warnings);

}  // namespace epochscope
