#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Base64 (RFC 4648), with padding.
std::string base64(std::span<const std::uint8_t> bytes);

/// Base64 of a zlib stream.
std::string packed(std::span<const std::uint8_t> bytes);

/// Whole numbers, little-endian, of 1, 2 or 4 bytes each.
class NumberBytes {
  public:
    /// As few bytes as hold `max`.
    explicit NumberBytes(std::size_t max);

    void add(std::size_t number);
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_; }

  private:
    std::size_t width_;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace epochscope
