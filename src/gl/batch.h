#pragma once

#include <epochscope/model/geometry.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope::gl {

/// The columns of one vertex buffer: those of an epoch, or the labels. Views of the series' memory;
/// batches are identified by their addresses. Any column may be empty.
struct Batch {
    std::span<const Point> positions;
    std::span<const float> confidence;
    std::span<const std::int32_t> classes;
    /// Bytes of a class in the buffer: 1, 2 or 4.
    std::size_t class_bytes = 1;

    /// Offsets of the columns in the buffer, after the positions.
    [[nodiscard]] std::size_t confidence_at() const { return positions.size_bytes(); }
    [[nodiscard]] std::size_t classes_at() const {
        return confidence_at() + confidence.size_bytes();
    }
    [[nodiscard]] std::size_t bytes() const { return classes_at() + classes.size() * class_bytes; }

    [[nodiscard]] bool is(const Batch& other) const;
};

/// The bytes for indices of so many classes and one more value, which means none.
std::size_t class_bytes_for(std::size_t classes);

/// Copies a batch into a buffer of its size. Classes that are negative or do not fit become the
/// largest value, which means none. False if `stop` was set, which it checks every few
/// microseconds.
bool copy(const Batch& batch, std::span<std::byte> buffer, const std::atomic<bool>& stop);

}  // namespace epochscope::gl
