#pragma once

#include <cstdint>
#include <span>

namespace epochscope {

/// CRC-32C (Castagnoli), as RFC 3720 has it: of "123456789" 0xe3069283. By the processor's own
/// instruction where it has one.
std::uint32_t crc32c(std::span<const std::uint8_t> bytes);

/// The same by tables alone.
std::uint32_t crc32c_by_tables(std::span<const std::uint8_t> bytes);

/// The checksum as TFRecord files keep it: turned and shifted, since a checksum of bytes that hold
/// checksums would be a weak one.
inline std::uint32_t masked_crc32c(std::span<const std::uint8_t> bytes) {
    const std::uint32_t crc = crc32c(bytes);
    return ((crc >> 15U) | (crc << 17U)) + 0xa282ead8U;
}

}  // namespace epochscope
