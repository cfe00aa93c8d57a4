#include "io/files/crc32c.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace epochscope {

namespace {

/// The polynomial 0x1edc6f41, bit-reversed.
constexpr std::uint32_t polynomial = 0x82f63b78U;

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

/// The effect of a byte on the checksum, followed by none to seven bytes.
constexpr Tables tables = [] {
    Tables all{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? polynomial : 0);
        all[0][byte] = crc;
    }
    for (std::size_t t = 1; t < all.size(); ++t)
        for (std::size_t byte = 0; byte < 256; ++byte)
            all[t][byte] = (all[t - 1][byte] >> 8U) ^ all[0][all[t - 1][byte] & 0xffU];
    return all;
}();

std::uint64_t word_at(const std::uint8_t* bytes) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t crc32c_by_instruction(
    std::span<const std::uint8_t> bytes, std::uint32_t before) {
    std::uint64_t crc = ~before;
    while (bytes.size() >= 8) {
        crc = _mm_crc32_u64(crc, word_at(bytes.data()));
        bytes = bytes.subspan(8);
    }
    auto rest = static_cast<std::uint32_t>(crc);
    for (const std::uint8_t byte : bytes) rest = _mm_crc32_u8(rest, byte);
    return ~rest;
}
#endif

}  // namespace

std::uint32_t crc32c_by_tables(std::span<const std::uint8_t> bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    while (bytes.size() >= 8) {
        const std::uint64_t word = word_at(bytes.data()) ^ crc;
        crc = 0;
        for (unsigned b = 0; b < 8; ++b) crc ^= tables[7 - b][(word >> (8 * b)) & 0xffU];
        bytes = bytes.subspan(8);
    }
    for (const std::uint8_t byte : bytes) crc = (crc >> 8U) ^ tables[0][(crc ^ byte) & 0xffU];
    return ~crc;
}

std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before) {
#if defined(__x86_64__)
    static const bool has_instruction = __builtin_cpu_supports("sse4.2") != 0;
    if (has_instruction) return crc32c_by_instruction(bytes, before);
#endif
    return crc32c_by_tables(bytes, before);
}

}  // namespace epochscope
