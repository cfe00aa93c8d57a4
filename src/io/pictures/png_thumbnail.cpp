#include "io/pictures/png_thumbnail.h"

#include <epochscope/io/file.h>
#include <epochscope/io/png.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

Image read_png_thumbnail(const std::filesystem::path& file) {
    // 8 bytes a pixel without compression.
    constexpr std::size_t max_png = max_thumbnail_pixels * 9;
    const std::vector<std::uint8_t> bytes = read_file(file, max_png);
    const Size size = png_size(bytes, file.string());
    if (static_cast<std::size_t>(size.height) >
        max_thumbnail_pixels / static_cast<std::size_t>(size.width))
        throw Error(file.string(), "is ", size.width, " x ", size.height,
                    " pixels, expected at most ", max_thumbnail_pixels, " in all");
    return decode_png(bytes, file.string());
}

}  // namespace epochscope
