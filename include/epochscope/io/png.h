#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// The maximum number of pixels of a picture (4 bytes each in memory).
inline constexpr std::size_t max_image_pixels = 64U << 20U;

/// The size in the header of a PNG; its first 33 bytes suffice. Throws Error if it is not a PNG, or
/// has no pixels or more than max_image_pixels.
Size png_size(std::span<const std::uint8_t> bytes, std::string_view where);

/// Decodes a PNG of any kind (grey, palette, alpha, 16 bits) to RGBA. `where` names it in errors.
/// Throws Error if it is not a PNG, is damaged, or has no pixels or more than max_image_pixels.
/// Checks the size before it decodes.
Image decode_png(std::span<const std::uint8_t> bytes, std::string_view where);

/// Decodes a PNG file: see decode_png.
Image read_png(const std::filesystem::path& file);

/// Encodes a picture as PNG, as RGB if it is opaque. Throws Error if it has no pixels.
std::vector<std::uint8_t> encode_png(const Image& image);

/// Encodes a picture into a file, completely or not at all. Throws Error.
void write_png(const std::filesystem::path& file, const Image& image);

}  // namespace epochscope
