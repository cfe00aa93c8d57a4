#pragma once

#include <epochscope/model/image.h>

#include <array>
#include <filesystem>
#include <string_view>

namespace epochscope {

/// How the names of files of pictures end, in lower case.
inline constexpr std::array<std::string_view, 3> picture_endings{".png", ".jpg", ".jpeg"};

/// Whether a path ends so, in any case.
bool is_picture_name(std::string_view path);

/// Reads a PNG or a JPEG, by what is in the file, of at most max_thumbnail_pixels. Throws Error.
Image read_picture(const std::filesystem::path& file);

}  // namespace epochscope
