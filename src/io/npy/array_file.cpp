#include "io/npy/array_file.h"

#include <bit>

namespace epochscope {

static_assert(std::endian::native == std::endian::little, "heads say that entries are");

std::string npy_head(std::string_view type, std::span<const std::size_t> shape) {
    std::string axes;
    for (const std::size_t axis : shape) axes += std::to_string(axis) + ", ";
    // In Python, a tuple of one element has a comma.
    if (shape.size() > 1) axes.resize(axes.size() - 2);
    std::string text =
        "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (" + axes + "), }";
    // The bytes before the dictionary, and the alignment of the entries to 64.
    constexpr std::size_t prelude = 10;
    constexpr std::size_t alignment = 64;
    text.append(alignment - 1 - (prelude + text.size()) % alignment, ' ');
    text += '\n';
    std::string head = "\x93NUMPY";
    head += {1, 0, static_cast<char>(text.size() & 0xFFU), static_cast<char>(text.size() >> 8U)};
    return head + text;
}

}  // namespace epochscope
