#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>

namespace epochscope {

/// The leading digits of a text, at most eight, as a number.
struct LeadingDigits {
    std::uint64_t value = 0;
    unsigned count = 0;
};

/// Branch-free on eight characters in one register, since the number of digits is unpredictable.
/// Zero digits if the text is not `wanted`. 8 bytes must be readable.
inline LeadingDigits leading_digits(const char* text, bool wanted) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    std::uint64_t digits = bytes - 0x3030303030303030U;
    // Non-digits have their highest bit set here; only the first is reliable.
    const std::uint64_t others =
        (((bytes + 0x4646464646464646U) | digits) & 0x8080808080808080U) | (wanted ? 0U : 0x80U);
    const auto count = static_cast<unsigned>(std::countr_zero(others)) / 8;
    // Left-pads with zeros. In two steps, since a shift by the register's width is undefined.
    digits <<= 4 * (8 - count);
    digits <<= 4 * (8 - count);
    const std::uint64_t pairs = digits * 10 + (digits >> 8U);
    constexpr std::uint64_t mask = 0x000000FF000000FFU;
    return {(((pairs & mask) * 0x000F424000000064U) +
             (((pairs >> 16U) & mask) * 0x0000271000000001U)) >>
                32U,
            count};
}

/// Whether a character may follow a number in a list.
inline bool ends_number(char c) { return c == ',' || c == ']' || c == ' ' || c == '\n'; }

/// A JSON number like 1234, of at most eight digits, followed by a character that may follow it in
/// a list. Nothing for other formats: a slower reader decides. At least 9 bytes must be readable.
inline std::optional<std::int32_t> quick_int(const char* text) {
    const LeadingDigits number = leading_digits(text, true);
    if (number.count == 0 || (text[0] == '0' && number.count > 1)) return std::nullopt;
    if (!ends_number(text[number.count])) return std::nullopt;
    return static_cast<std::int32_t>(number.value);
}

/// The float nearest to a JSON number like -1.4545878171920776, followed by a comma, a bracket or a
/// space. Nothing for other formats (no point, an exponent, very long, very small, too near the
/// middle of two floats): a slower reader decides. At least 40 bytes must be readable.
inline std::optional<float> quick_float(const char* text) {
    constexpr std::array<double, 19> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,
                                            1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13,
                                            1e14, 1e15, 1e16, 1e17, 1e18};
    constexpr std::array<std::uint64_t, 9> tens{1,      10,      100,      1000,     10000,
                                                100000, 1000000, 10000000, 100000000};
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto negative = static_cast<unsigned>(*text == '-');
    text += negative;
    if (!is_digit(text[0])) return std::nullopt;
    // One digit before the point, or two without a leading zero.
    auto mantissa = static_cast<std::uint64_t>(*text++ - '0');
    // At most 19 digits in all fit.
    std::size_t max = 18;
    if (mantissa != 0 && is_digit(*text)) {
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(*text++ - '0');
        max = 17;
    }
    if (*text++ != '.') return std::nullopt;
    std::size_t length = 0;
    bool wanted = true;
    for (std::size_t begin = 0; begin < 24; begin += 8) {
        const LeadingDigits part = leading_digits(text + begin, wanted);
        mantissa = mantissa * tens[part.count] + part.value;
        length += part.count;
        wanted = part.count == 8;
    }
    if (length == 0 || length > max) return std::nullopt;
    if (!ends_number(text[length])) return std::nullopt;
    const double value = static_cast<double>(mantissa) / powers[length];
    // The error of `value` is below 2 units of its last place: enough, unless it is so near the
    // middle of two floats that rounding may go wrong.
    constexpr std::uint64_t half = std::uint64_t{1} << 28U;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(value);
    if ((bits & (2 * half - 1)) + 4 - half < 8 || (value < 1e-30 && mantissa != 0))
        return std::nullopt;
    return static_cast<float>(
        std::bit_cast<double>(bits | static_cast<std::uint64_t>(negative) << 63U));
}

}  // namespace epochscope
