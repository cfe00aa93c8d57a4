#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace epochscope {

/// Decompresses deflate data (RFC 1951) to `size` bytes. Nothing if it is broken or of another
/// size.
std::optional<std::string> inflated(std::span<const std::uint8_t> bytes, std::size_t size);

}  // namespace epochscope
