#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace epochscope::tests {

/// Whether two pictures with words in them are the same but for what FreeType leaves open: the
/// edges of large letters differ by a level or two, depending on what else was painted before.
inline bool look_alike(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
    const auto near = [](std::uint8_t x, std::uint8_t y) { return std::abs(x - y) <= 4; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), near);
}

}  // namespace epochscope::tests
