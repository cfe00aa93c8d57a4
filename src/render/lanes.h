#pragma once

#include <epochscope/model/geometry.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace epochscope {

/// The number of neighbouring pixels that are blended at once.
inline constexpr int lane_count = 8;

// Compiler vector types: lane-wise arithmetic on any processor.
using Bytes __attribute__((vector_size(8))) = std::uint8_t;
using Words __attribute__((vector_size(16))) = std::uint16_t;
using Ints __attribute__((vector_size(16))) = std::int32_t;
using Floats __attribute__((vector_size(16))) = float;

/// One number for each of `lane_count` pixels.
struct Lanes {
    Floats low;
    Floats high;
};

/// Alphas of `lane_count` pixels, 0..255.
using Alphas = Words;

inline Floats square_root(Floats x) {
#if defined(__SSE2__)
    return _mm_sqrt_ps(x);
#else
    for (int i = 0; i < 4; ++i) x[i] = std::sqrt(x[i]);
    return x;
#endif
}

inline Floats clamp01(Floats x) {
    const Floats zero{};
    const Floats one = zero + 1;
#if defined(__SSE2__)
    return _mm_min_ps(_mm_max_ps(x, zero), one);
#else
    x = x > zero ? x : zero;
    return x < one ? x : one;
#endif
}

/// The nearest integers of values within 0..255.
inline Alphas rounded(const Lanes& lanes) {
    const Ints low = __builtin_convertvector(lanes.low + 0.5F, Ints);
    const Ints high = __builtin_convertvector(lanes.high + 0.5F, Ints);
#if defined(__SSE2__)
    return reinterpret_cast<Words>(
        _mm_packs_epi32(reinterpret_cast<__m128i>(low), reinterpret_cast<__m128i>(high)));
#else
    Words words{};
    for (int i = 0; i < 4; ++i) {
        words[i] = static_cast<std::uint16_t>(low[i]);
        words[i + 4] = static_cast<std::uint16_t>(high[i]);
    }
    return words;
#endif
}

/// Distances of `lane_count` pixel centres from the middle, the first at x0, in a row at dy.
inline Lanes distances(float x0, float dy) {
    const Floats steps{0, 1, 2, 3};
    const Floats low = steps + x0;
    const Floats high = low + 4;
    return {square_root(low * low + dy * dy), square_root(high * high + dy * dy)};
}

/// round(value / 255) for 0..65025; no step exceeds 16 bits.
inline Words divide_by_255(Words value) {
    const Words shifted = value + 128;
#if defined(__SSE2__)
    // In this range 257 / 65536 equals 1 / 255 after rounding.
    return reinterpret_cast<Words>(
        _mm_mulhi_epu16(reinterpret_cast<__m128i>(shifted), _mm_set1_epi16(257)));
#else
    return (shifted + (shifted >> 8)) >> 8;
#endif
}

/// The channels of two opaque pixels of one colour.
inline Words pixel_pair(Colour c) { return Words{c.r, c.g, c.b, 255, c.r, c.g, c.b, 255}; }

/// The alphas of two pixels, once for each channel.
inline Words alpha_pair(Alphas alphas, int first) {
    const std::uint16_t a = alphas[first];
    const std::uint16_t b = alphas[first + 1];
    return Words{a, a, a, a, b, b, b, b};
}

inline Floats load(const float* from) {
    Floats floats;
    std::memcpy(&floats, from, sizeof floats);
    return floats;
}

inline void store(Floats floats, float* to) { std::memcpy(to, &floats, sizeof floats); }

inline Words load(const std::uint8_t* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, Words);
}

inline void store(Words words, std::uint8_t* to) {
    const Bytes bytes = __builtin_convertvector(words, Bytes);
    std::memcpy(to, &bytes, sizeof bytes);
}

}  // namespace epochscope
