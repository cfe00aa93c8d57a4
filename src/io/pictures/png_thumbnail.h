#pragma once

#include <epochscope/model/image.h>

#include <filesystem>

namespace epochscope {

/// Reads a PNG of at most max_thumbnail_pixels. Throws Error.
Image read_png_thumbnail(const std::filesystem::path& file);

}  // namespace epochscope
