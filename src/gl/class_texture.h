#pragma once

#include "gl/functions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope::gl {

/// Bytes of each class as a texture, 256 classes a row, uploaded when they change.
class ClassTexture {
  public:
    /// `channels` bytes a class: 1 or 4.
    ClassTexture(Functions& gl, std::size_t channels);
    ~ClassTexture();
    ClassTexture(const ClassTexture&) = delete;
    ClassTexture& operator=(const ClassTexture&) = delete;

    /// Binds it with these bytes to a unit.
    void bind(GLuint unit, std::span<const std::byte> bytes);
    /// Since the beginning.
    [[nodiscard]] std::uint64_t uploaded_bytes() const { return uploaded_; }

  private:
    Functions& gl_;
    std::size_t channels_;
    GLuint texture_ = 0;
    std::vector<std::byte> bytes_;
    std::uint64_t uploaded_ = 0;
};

}  // namespace epochscope::gl
