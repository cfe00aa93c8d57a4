#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <cstdint>
#include <span>
#include <string_view>

namespace epochscope {

/// Whether the bytes begin as a JPEG does.
bool is_jpeg(std::span<const std::uint8_t> bytes);

/// Its width and height in pixels. Throws Error if the bytes are no JPEG that can be decoded (with
/// arithmetic coding, 12 bits), or it is of more than max_image_pixels.
Size jpeg_size(std::span<const std::uint8_t> bytes, std::string_view where);

/// Decodes a JPEG as it is stored; the orientation that a camera notes is not applied. Throws
/// Error.
Image decode_jpeg(std::span<const std::uint8_t> bytes, std::string_view where);

}  // namespace epochscope
