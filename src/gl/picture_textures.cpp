#include "gl/picture_textures.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace epochscope::gl {
namespace {

/// Those around the playhead, and some to go back to.
constexpr std::size_t most_kept = 6;

bool is_opaque(const Image& picture) {
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4)
        if (picture.rgba[i] != 255) return false;
    return true;
}

/// Filtering is right for premultiplied alpha alone.
std::vector<std::uint8_t> premultiplied(std::vector<std::uint8_t> rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
        for (std::size_t c = i; c < i + 3; ++c)
            rgba[c] = static_cast<std::uint8_t>((rgba[c] * rgba[i + 3] + 127) / 255);
    return rgba;
}

}  // namespace

void PictureTextures::bind(GLuint unit, const std::shared_ptr<const Image>& picture) {
    gl_.glActiveTexture(GL_TEXTURE0 + unit);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.picture.lock() == picture;
    });
    if (found == entries_.end()) {
        upload(picture);
    } else {
        entries_.splice(entries_.begin(), entries_, found);
    }
    gl_.glBindTexture(GL_TEXTURE_2D, entries_.front().texture);
}

void PictureTextures::upload(const std::shared_ptr<const Image>& picture) {
    GLint limit = 0;
    gl_.glGetIntegerv(GL_MAX_TEXTURE_SIZE, &limit);
    const Size size = picture->size;
    if (size.width > limit || size.height > limit)
        throw Error("OpenGL", "a background of ", size.width, " x ", size.height,
                    " pixels, expected at most ", limit, " either way");
    while (entries_.size() >= most_kept) drop_last();
    entries_.push_front({picture, 0});
    gl_.glGenTextures(1, &entries_.front().texture);
    gl_.glBindTexture(GL_TEXTURE_2D, entries_.front().texture);
    const bool as_is = is_opaque(*picture);
    const auto copy = as_is ? std::vector<std::uint8_t>() : premultiplied(picture->rgba);
    gl_.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA,
                     GL_UNSIGNED_BYTE, as_is ? picture->rgba.data() : copy.data());
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void PictureTextures::drop_last() {
    gl_.glDeleteTextures(1, &entries_.back().texture);
    entries_.pop_back();
}

void PictureTextures::forget() {
    while (!entries_.empty()) drop_last();
}

}  // namespace epochscope::gl
