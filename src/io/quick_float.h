#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>

namespace epochscope {

/// Eight characters as a number, where all are digits (8 at once, in one register).
inline std::optional<std::uint64_t> eight_digits(const char* text) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    const std::uint64_t digits = bytes - 0x3030303030303030U;
    if ((((bytes + 0x4646464646464646U) | digits) & 0x8080808080808080U) != 0) return std::nullopt;
    const std::uint64_t pairs = digits * 10 + (digits >> 8U);
    constexpr std::uint64_t mask = 0x000000FF000000FFU;
    return (((pairs & mask) * 0x000F424000000064U) +
            (((pairs >> 16U) & mask) * 0x0000271000000001U)) >>
           32U;
}

/// The float nearest to a JSON number like -1.4545878171920776, followed by what may follow it in a
/// list: a comma, a bracket or a space. Nothing for what is less plain (no point, an exponent, very
/// long, very small, hardly between two floats) or wrong: a slower reader decides that. At least 40
/// bytes must be readable.
inline std::optional<float> quick_float(const char* text) {
    constexpr std::array<double, 19> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,
                                            1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13,
                                            1e14, 1e15, 1e16, 1e17, 1e18};
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool negative = *text == '-';
    if (negative) ++text;
    if (!is_digit(text[0])) return std::nullopt;
    // One digit before the point, or two without a zero in front.
    auto mantissa = static_cast<std::uint64_t>(*text++ - '0');
    if (mantissa != 0 && is_digit(*text))
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(*text++ - '0');
    if (*text++ != '.' || !is_digit(*text)) return std::nullopt;
    const char* fraction = text;
    for (int part = 0; part < 2; ++part)
        if (const auto eight = eight_digits(text)) {
            mantissa = mantissa * 100000000 + *eight;
            text += 8;
        } else {
            break;
        }
    // At most 19 digits in all fit, two of them before the point.
    while (is_digit(*text) && text - fraction < 17)
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(*text++ - '0');
    if (*text != ',' && *text != ']' && *text != ' ' && *text != '\n') return std::nullopt;
    const double value =
        static_cast<double>(mantissa) / powers[static_cast<std::size_t>(text - fraction)];
    // `value` is off by less than 2 of its last bits: enough, unless it is so near to the middle of
    // two floats that it might round to the wrong one.
    constexpr std::uint64_t half = std::uint64_t{1} << 28U;
    const std::uint64_t beyond = std::bit_cast<std::uint64_t>(value) & (2 * half - 1);
    if (beyond + 4 - half < 8 || (value < 1e-30 && mantissa != 0)) return std::nullopt;
    return static_cast<float>(negative ? -value : value);
}

}  // namespace epochscope
