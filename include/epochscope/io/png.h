#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// Most pixels that a picture may have to be read (a 4-byte pixel each in memory).
inline constexpr std::size_t max_image_pixels = 64U << 20U;

/// The size that the head of a PNG states; its first 33 bytes are enough. Throws Error for what is
/// no PNG, or has no pixels or more than max_image_pixels.
Size png_size(std::span<const std::uint8_t> bytes, std::string_view where);

/// Decodes a PNG of any kind (grey, palette, alpha, 16 bits) to RGBA. `where` names it in errors.
/// Throws Error for what is no PNG, is damaged, or has no pixels or more than max_image_pixels; the
/// size is checked first.
Image decode_png(std::span<const std::uint8_t> bytes, std::string_view where);

/// decode_png of a file.
Image read_png(const std::filesystem::path& file);

/// The picture as a PNG, opaque pictures as RGB. Throws Error where it has no pixels.
std::vector<std::uint8_t> encode_png(const Image& image);

/// encode_png into a file, written beside and renamed. Throws Error where it cannot be written.
void write_png(const std::filesystem::path& file, const Image& image);

}  // namespace epochscope
