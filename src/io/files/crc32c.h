#pragma once

#include <cstdint>
#include <span>

namespace epochscope {

/// CRC-32C (Castagnoli) of RFC 3720: 0xe3069283 for "123456789". Uses the processor's instruction
/// if there is one. `before` is that of the bytes before these.
std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

/// The same by tables.
std::uint32_t crc32c_by_tables(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

/// The masked checksum of TFRecord files: rotated and shifted, since a checksum over data with
/// checksums would be weak.
inline std::uint32_t masked_crc32c(std::span<const std::uint8_t> bytes) {
    const std::uint32_t crc = crc32c(bytes);
    return ((crc >> 15U) | (crc << 17U)) + 0xa282ead8U;
}

}  // namespace epochscope
