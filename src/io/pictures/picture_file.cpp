#include "io/pictures/picture_file.h"

#include "io/pictures/jpeg.h"

#include <epochscope/io/file.h>
#include <epochscope/io/png.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

namespace {

bool is_png(const std::vector<std::uint8_t>& bytes) {
    constexpr std::array<std::uint8_t, 4> begin{0x89, 'P', 'N', 'G'};
    return bytes.size() >= begin.size() && std::equal(begin.begin(), begin.end(), bytes.begin());
}

}  // namespace

bool is_picture_name(std::string_view path) {
    return std::ranges::any_of(picture_endings, [&](std::string_view ending) {
        return path.size() > ending.size() &&
               in_lower_case(path.substr(path.size() - ending.size())) == ending;
    });
}

Image read_picture(const std::filesystem::path& file) {
    // 8 bytes a pixel without compression.
    constexpr std::size_t max_file = max_thumbnail_pixels * 9;
    const std::vector<std::uint8_t> bytes = read_file(file, max_file);
    const std::string where = file.string();
    const bool is_photo =
        is_jpeg(bytes) || (!is_png(bytes) && in_lower_case(file.extension().string()) != ".png");
    const Size size = is_photo ? jpeg_size(bytes, where) : png_size(bytes, where);
    if (static_cast<std::size_t>(size.height) >
        max_thumbnail_pixels / static_cast<std::size_t>(size.width))
        throw Error(where, "is ", size.width, " x ", size.height, " pixels, expected at most ",
                    max_thumbnail_pixels, " in all");
    return is_photo ? decode_jpeg(bytes, where) : decode_png(bytes, where);
}

}  // namespace epochscope
