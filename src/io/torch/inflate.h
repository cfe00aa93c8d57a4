#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace epochscope {

/// What became smaller by deflate (RFC 1951), which was `size` bytes. Nothing where it is broken or
/// of another size.
std::optional<std::string> inflated(std::span<const std::uint8_t> bytes, std::size_t size);

}  // namespace epochscope
