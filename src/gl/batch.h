#pragma once

#include <epochscope/model/geometry.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope::gl {

/// Columns that go into one vertex buffer together: those of an epoch, or the labels. Views of the
/// series' memory, by whose addresses batches are told apart. Any of the columns may be empty.
struct Batch {
    std::span<const Point> positions;
    std::span<const float> confidence;
    std::span<const std::int32_t> classes;
    /// What a class takes in the buffer: 1, 2 or 4 bytes.
    std::size_t class_bytes = 1;

    /// Where columns begin in the buffer, positions first.
    [[nodiscard]] std::size_t confidence_at() const { return positions.size_bytes(); }
    [[nodiscard]] std::size_t classes_at() const {
        return confidence_at() + confidence.size_bytes();
    }
    [[nodiscard]] std::size_t bytes() const { return classes_at() + classes.size() * class_bytes; }

    [[nodiscard]] bool is(const Batch& other) const;
};

/// The fewest bytes for indices of so many classes, and for one value more, which stands for none.
std::size_t class_bytes_for(std::size_t classes);

/// Copies a batch into a buffer of its size. Classes that are negative or do not fit become the
/// largest number that does, which no class has. False where it was stopped, which it looks at
/// every few microseconds.
bool copy(const Batch& batch, std::span<std::byte> buffer, const std::atomic<bool>& stop);

}  // namespace epochscope::gl
