#pragma once

#include <epochscope/io/npy.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace epochscope {

/// An entry in memory; swaps its bytes if wanted.
template <typename T>
T load(const std::uint8_t* from, bool swapped) {
    std::array<std::uint8_t, sizeof(T)> bytes{};
    std::copy_n(from, sizeof(T), bytes.begin());
    if (swapped) std::reverse(bytes.begin(), bytes.end());
    return std::bit_cast<T>(bytes);
}

/// IEEE 754 half precision.
struct Float16 {
    std::uint16_t bits = 0;

    explicit operator float() const {
        constexpr std::uint32_t all_ones = 31;
        const std::uint32_t exponent = (bits >> 10U) & all_ones;
        const std::uint32_t fraction = bits & 0x3FFU;
        float size = 0;
        if (exponent == all_ones)
            size = fraction == 0 ? std::numeric_limits<float>::infinity()
                                 : std::numeric_limits<float>::quiet_NaN();
        else if (exponent == 0)
            size = static_cast<float>(fraction) * 0x1p-24F;
        else
            size = std::bit_cast<float>(((exponent + 112) << 23U) | (fraction << 13U));
        return (bits & 0x8000U) != 0 ? -size : size;
    }
    explicit operator double() const { return static_cast<double>(static_cast<float>(*this)); }
};

/// The upper half of a float32.
struct Bfloat16 {
    std::uint16_t bits = 0;

    explicit operator float() const {
        return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
    }
    explicit operator double() const { return static_cast<double>(static_cast<float>(*this)); }
};

/// Calls `use` with a value of the entries' type.
template <typename Use>
void with_type(NpyKind kind, std::size_t item_size, bool is_bfloat16, Use use) {
    if (kind == NpyKind::real && item_size == 2)
        return is_bfloat16 ? use(Bfloat16{}) : use(Float16{});
    if (kind == NpyKind::real) return item_size == 4 ? use(float{}) : use(double{});
    const bool is_signed = kind == NpyKind::signed_integer;
    switch (item_size) {
        case 1:
            return is_signed ? use(std::int8_t{}) : use(std::uint8_t{});
        case 2:
            return is_signed ? use(std::int16_t{}) : use(std::uint16_t{});
        case 4:
            return is_signed ? use(std::int32_t{}) : use(std::uint32_t{});
        default:
            return is_signed ? use(std::int64_t{}) : use(std::uint64_t{});
    }
}

}  // namespace epochscope
