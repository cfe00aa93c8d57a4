#pragma once

#include "gl/functions.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace epochscope::gl {

/// Integers, one a sample, that are no column of the series, in a vertex buffer: uploaded when they
/// change.
class SampleColumn {
  public:
    explicit SampleColumn(Functions& gl) : gl_(gl) {}
    ~SampleColumn() { gl_.glDeleteBuffers(1, &buffer_); }
    SampleColumn(const SampleColumn&) = delete;
    SampleColumn& operator=(const SampleColumn&) = delete;

    /// Sets the attribute at `location` of the bound vertex array to `values`; none: the attribute
    /// is undefined. They are known by their address and by what keeps them alive (null: the
    /// caller). `type` is GL_UNSIGNED_BYTE or GL_UNSIGNED_INT.
    void set_attribute(std::uint32_t location, std::span<const std::byte> values, GLenum type,
                       std::shared_ptr<const void> owner);
    [[nodiscard]] std::uint64_t uploaded_bytes() const { return uploaded_; }

  private:
    Functions& gl_;
    GLuint buffer_ = 0;
    std::span<const std::byte> held_;
    /// So that no other values can take their address.
    std::shared_ptr<const void> owner_;
    std::uint64_t uploaded_ = 0;
};

}  // namespace epochscope::gl
