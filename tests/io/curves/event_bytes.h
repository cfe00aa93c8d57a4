#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace epochscope::tests {

/// CRC-32C bit by bit, as its polynomial says.
inline std::uint32_t plain_crc32c(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0x82f63b78U : 0U);
    }
    return ~crc;
}

template <typename Number>
std::string bytes_of(Number number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

inline std::string masked(std::string_view bytes) {
    const std::uint32_t crc = plain_crc32c(bytes);
    return bytes_of(static_cast<std::uint32_t>(((crc >> 15U) | (crc << 17U)) + 0xa282ead8U));
}

/// A TFRecord.
inline std::string record(std::string_view data) {
    const std::string length = bytes_of(static_cast<std::uint64_t>(data.size()));
    std::string bytes = length + masked(length);
    bytes += data;
    return bytes + masked(data);
}

inline std::string varint(std::uint64_t number) {
    std::string bytes;
    for (; number >= 0x80U; number >>= 7U)
        bytes += static_cast<char>(static_cast<std::uint8_t>(number) | 0x80U);
    bytes += static_cast<char>(number);
    return bytes;
}

/// A field of protobuf's wire format: a number, 8 bytes, 4 bytes, or bytes with their length.
inline std::string field(unsigned number, std::uint64_t value) {
    return varint(number << 3U) + varint(value);
}
inline std::string field(unsigned number, double value) {
    return varint((number << 3U) | 1U) + bytes_of(value);
}
inline std::string field(unsigned number, float value) {
    return varint((number << 3U) | 5U) + bytes_of(value);
}
inline std::string field(unsigned number, std::string_view value) {
    std::string bytes = varint((number << 3U) | 2U) + varint(value.size());
    bytes += value;
    return bytes;
}

/// The event of a summary value: its time, step and value.
inline std::string event(double wall_time, std::uint64_t step, const std::string& value) {
    return field(1, wall_time) + field(2, step) + field(5, std::string_view(field(1, value)));
}
inline std::string simple_value(std::string_view tag, float value) {
    return field(1, tag) + field(2, value);
}
inline std::string scalar_event(double wall_time, std::uint64_t step, std::string_view tag,
                                float value) {
    return event(wall_time, step, simple_value(tag, value));
}

/// What every file of events begins with.
inline std::string version_event() {
    return field(1, 1.5e9) + field(3, std::string_view("brain.Event:2"));
}

}  // namespace epochscope::tests
