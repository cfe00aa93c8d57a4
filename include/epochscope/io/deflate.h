#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Compresses bytes to a zlib stream (RFC 1950). Throws Error if there is not enough memory.
std::vector<std::uint8_t> deflated(std::span<const std::uint8_t> bytes);

}  // namespace epochscope
