#include "gl/class_texture.h"

#include <algorithm>
#include <utility>

namespace epochscope::gl {
namespace {

constexpr std::size_t row = 256;

}  // namespace

ClassTexture::ClassTexture(Functions& gl, std::size_t channels) : gl_(gl), channels_(channels) {
    gl_.glGenTextures(1, &texture_);
    gl_.glBindTexture(GL_TEXTURE_2D, texture_);
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    gl_.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

ClassTexture::~ClassTexture() { gl_.glDeleteTextures(1, &texture_); }

void ClassTexture::bind(GLuint unit, std::span<const std::byte> bytes) {
    gl_.glActiveTexture(GL_TEXTURE0 + unit);
    gl_.glBindTexture(GL_TEXTURE_2D, texture_);
    const std::size_t row_bytes = row * channels_;
    const std::size_t rows = std::max<std::size_t>(1, (bytes.size() + row_bytes - 1) / row_bytes);
    std::vector<std::byte> padded(bytes.begin(), bytes.end());
    padded.resize(rows * row_bytes);
    if (padded == bytes_) return;
    bytes_ = std::move(padded);
    uploaded_ += bytes_.size();
    gl_.glTexImage2D(GL_TEXTURE_2D, 0, channels_ == 1 ? GL_R8 : GL_RGBA8, GLsizei{row},
                     static_cast<GLsizei>(rows), 0, channels_ == 1 ? GL_RED : GL_RGBA,
                     GL_UNSIGNED_BYTE, bytes_.data());
}

}  // namespace epochscope::gl
