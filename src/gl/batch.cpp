#include "gl/batch.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace epochscope::gl {
namespace {

/// Entries between two looks at whether to stop.
constexpr std::size_t chunk = std::size_t{1} << 14U;

template <typename T>
bool same(std::span<const T> a, std::span<const T> b) {
    return a.size() == b.size() && (a.empty() || a.data() == b.data());
}

/// Hands `work` the column in chunks, each with where it begins.
template <typename T, typename Work>
bool in_chunks(std::span<const T> column, const std::atomic<bool>& stop, const Work& work) {
    for (std::size_t first = 0; first < column.size(); first += chunk) {
        if (stop.load(std::memory_order_relaxed)) return false;
        work(first, column.subspan(first, std::min(chunk, column.size() - first)));
    }
    return true;
}

template <typename T>
bool copy_as_is(std::span<const T> column, std::byte* to, const std::atomic<bool>& stop) {
    return in_chunks(column, stop, [to](std::size_t first, std::span<const T> part) {
        std::memcpy(to + first * sizeof(T), part.data(), part.size_bytes());
    });
}

template <typename Narrow>
bool copy_classes(std::span<const std::int32_t> classes, std::byte* to,
                  const std::atomic<bool>& stop) {
    constexpr std::uint32_t none = std::numeric_limits<Narrow>::max();
    const auto narrow = [=](std::size_t first, std::span<const std::int32_t> part) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto c = static_cast<Narrow>(std::min(static_cast<std::uint32_t>(part[i]), none));
            std::memcpy(to + (first + i) * sizeof(Narrow), &c, sizeof(Narrow));
        }
    };
    return in_chunks(classes, stop, narrow);
}

}  // namespace

bool Batch::is(const Batch& other) const {
    return same(positions, other.positions) && same(confidence, other.confidence) &&
           same(classes, other.classes) && class_bytes == other.class_bytes;
}

std::size_t class_bytes_for(std::size_t classes) {
    if (classes <= std::numeric_limits<std::uint8_t>::max()) return 1;
    if (classes <= std::numeric_limits<std::uint16_t>::max()) return 2;
    return 4;
}

bool copy(const Batch& batch, std::span<std::byte> buffer, const std::atomic<bool>& stop) {
    std::byte* const classes = buffer.data() + batch.classes_at();
    if (!copy_as_is(batch.positions, buffer.data(), stop)) return false;
    if (!copy_as_is(batch.confidence, buffer.data() + batch.confidence_at(), stop)) return false;
    switch (batch.class_bytes) {
        case 1:
            return copy_classes<std::uint8_t>(batch.classes, classes, stop);
        case 2:
            return copy_classes<std::uint16_t>(batch.classes, classes, stop);
        default:
            return copy_classes<std::uint32_t>(batch.classes, classes, stop);
    }
}

}  // namespace epochscope::gl
