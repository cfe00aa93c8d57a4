#pragma once

#include "io/quick_number.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

namespace epochscope {

/// A number and where it ends.
struct QuickDecimal {
    double value = 0;
    const char* stop = nullptr;
};

/// How many bytes must be readable.
inline constexpr std::size_t quick_decimal_bytes = 48;

/// The double nearest to a number like 0.6931471805599453, of at most 19 digits. Nothing for what
/// is less plain, or so near to the middle of two doubles that it takes more to decide: a slower
/// reader does that. The quotient of two whole numbers is worked out to 64 binary digits, of which
/// the last 11 show how near it is.
inline std::optional<QuickDecimal> quick_decimal(const char* text) {
    using Wide = long double;
    if constexpr (std::numeric_limits<Wide>::digits != 64) return std::nullopt;
    constexpr std::array<std::uint64_t, 9> tens{1,      10,      100,      1000,     10000,
                                                100000, 1000000, 10000000, 100000000};
    constexpr auto powers = [] {
        std::array<Wide, 20> all{1};
        for (std::size_t i = 1; i < all.size(); ++i) all[i] = all[i - 1] * 10;
        return all;
    }();
    const bool negative = *text == '-';
    text += negative ? 1 : 0;
    const auto first = static_cast<unsigned>(*text - '0');
    if (first > 9 || text[1] != '.') return std::nullopt;
    text += 2;
    std::uint64_t mantissa = first;
    std::size_t length = 0;
    bool wanted = true;
    for (std::size_t begin = 0; begin < 24; begin += 8) {
        const LeadingDigits part = leading_digits(text + begin, wanted);
        mantissa = mantissa * tens[part.count] + part.value;
        length += part.count;
        wanted = part.count == 8;
    }
    // One before the point and 18 behind it always fit.
    if (length == 0 || length > (first == 0 ? 19U : 18U)) return std::nullopt;
    const char after = text[length];
    if (after != ',' && after != ']' && after != '}' && after != ' ') return std::nullopt;
    const Wide quotient = static_cast<Wide>(mantissa) / powers[length];
    std::uint64_t bits = 0;
    std::memcpy(&bits, &quotient, sizeof bits);
    constexpr std::uint64_t middle = 0x400;
    if (mantissa != 0 && (bits & 0x7FFU) - (middle - 1) < 3) return std::nullopt;
    const auto value = static_cast<double>(quotient);
    return QuickDecimal{negative ? -value : value, text + length};
}

}  // namespace epochscope
