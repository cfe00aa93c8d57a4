#pragma once

#include <QOpenGLBuffer>

#include <cstddef>
#include <cstdint>
#include <list>
#include <span>

namespace epochscope::gl {

/// Columns of a series (positions, classes, confidence of an epoch) as static vertex buffers, told
/// apart by where they lie in memory. Those used last are kept, within a budget.
class SpanBuffers {
  public:
    /// `budget` is in bytes; what one frame uses is kept even above it.
    explicit SpanBuffers(std::size_t budget = std::size_t{256} << 20U) : budget_(budget) {}

    /// Binds the buffer that holds a column as the array buffer, uploading it if it is new. Throws
    /// Error for what is too large for one buffer.
    void bind(std::span<const std::byte> column);
    /// A new frame begins: what is used from now on stays.
    void begin_frame() { ++frame_; }
    void forget();

  private:
    struct Entry {
        const std::byte* address = nullptr;
        std::size_t bytes = 0;
        std::uint64_t used_in = 0;
        QOpenGLBuffer buffer;
    };

    void upload(std::span<const std::byte> column);
    void make_room(std::size_t bytes);

    std::size_t budget_;
    std::size_t held_ = 0;
    std::uint64_t frame_ = 0;
    /// The one used last first.
    std::list<Entry> entries_;
};

}  // namespace epochscope::gl
