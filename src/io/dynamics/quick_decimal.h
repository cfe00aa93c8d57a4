#pragma once

#include "io/json/quick_number.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>

namespace epochscope {

/// A number and where it ends.
struct QuickDecimal {
    double value = 0;
    const char* stop = nullptr;
};

/// The number of bytes that must be readable.
inline constexpr std::size_t quick_decimal_bytes = 48;

namespace decimal {

__extension__ using Wide = unsigned __int128;

/// The reciprocal of a power of ten, 10^-k = (highest + less than 1) x 2^(-64 - bits), where 10^k
/// has bits + 1 binary digits.
struct Reciprocal {
    std::uint64_t highest = 0;
    int bits = 0;
};

/// For k from 0 (which is unused) to 19.
inline constexpr auto reciprocals = [] {
    std::array<Reciprocal, 20> all{};
    std::uint64_t power = 1;
    for (std::size_t k = 1; k < all.size(); ++k) {
        power *= 10;
        const int bits = 63 - std::countl_zero(power);
        const Wide one = Wide{1} << (64 + bits);
        all[k] = {static_cast<std::uint64_t>(one / power), bits};
    }
    return all;
}();

/// The double nearest to mantissa / 10^k, k from 1 to 19; nothing if that needs more precision.
/// (After Lemire 2021, "Number parsing at a gigabyte per second".)
inline std::optional<double> quotient(std::uint64_t mantissa, std::size_t k) {
    if (mantissa == 0) return 0.0;
    const int zeros = std::countl_zero(mantissa);
    const Wide product =
        static_cast<Wide>(mantissa << static_cast<unsigned>(zeros)) * reciprocals[k].highest;
    // Normalised; truncation makes it too small by at most 2.
    const auto high = static_cast<std::uint64_t>(product >> 64U);
    const auto low = static_cast<std::uint64_t>(product);
    // Branch-free, as below: both cases are equally likely.
    const std::uint64_t shift = (high >> 63U) ^ 1U;
    const std::uint64_t digits = high << shift | (low >> 63U & shift);
    // The last 11 of its 64 bits determine rounding.
    constexpr std::uint64_t middle = 0x400;
    if ((digits & 0x7FFU) - (middle - 3) < 4) return std::nullopt;
    const std::uint64_t rounded = (digits >> 11U) + (digits >> 10U & 1U);
    const auto exponent = static_cast<std::uint64_t>(1023 + 63 - zeros - reciprocals[k].bits -
                                                     static_cast<int>(shift));
    // The first digit adds 1 to the exponent.
    return std::bit_cast<double>(((exponent - 1) << 52U) + rounded);
}

}  // namespace decimal

/// The double nearest to a number like 0.6931471805599453, of at most 19 digits. Nothing for other
/// formats, or if it is too near the middle of two doubles: then a slower reader decides.
inline std::optional<QuickDecimal> quick_decimal(const char* text) {
    constexpr std::array<std::uint64_t, 9> tens{1,      10,      100,      1000,     10000,
                                                100000, 1000000, 10000000, 100000000};
    const auto negative = static_cast<unsigned>(*text == '-');
    text += negative;
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
    // One digit before the point and 18 after it always fit.
    if (length == 0 || length > (first == 0 ? 19U : 18U)) return std::nullopt;
    const char after = text[length];
    if (after != ',' && after != ']' && after != '}' && after != ' ') return std::nullopt;
    const auto value = decimal::quotient(mantissa, length);
    if (!value) return std::nullopt;
    const std::uint64_t sign = static_cast<std::uint64_t>(negative) << 63U;
    return QuickDecimal{std::bit_cast<double>(std::bit_cast<std::uint64_t>(*value) | sign),
                        text + length};
}

}  // namespace epochscope
