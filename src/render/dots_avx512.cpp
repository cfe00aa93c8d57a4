// Discs with 512-bit vectors: what stands between the marks is compiled for AVX-512.
#include "render/dots_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx512.h>

namespace epochscope::avx512 {

namespace {

struct Brush {
    __m256 reach;
    __m256 alpha;
    __m512i channels;
};

using Squares = __m256;

inline Brush brush_of(const Dot& dot, float reach) {
    const Colour c = dot.colour;
    const auto pixel = static_cast<long long>(0x00ff000000000000ULL | (std::uint64_t{c.b} << 32U) |
                                              (std::uint64_t{c.g} << 16U) | std::uint64_t{c.r});
    return {_mm256_set1_ps(reach), _mm256_set1_ps(dot.alpha), _mm512_set1_epi64(pixel)};
}

inline Squares squares_from(float x) {
    const __m256 dx = _mm256_add_ps(_mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_ps(x));
    return _mm256_mul_ps(dx, dx);
}

inline void paint(std::uint8_t* pixels, const Brush& brush, Squares squares, float dy2) {
    const __m256 d = _mm256_sqrt_ps(_mm256_add_ps(squares, _mm256_set1_ps(dy2)));
    const __m256 inside = _mm256_max_ps(_mm256_sub_ps(brush.reach, d), _mm256_setzero_ps());
    const __m256 coverage = _mm256_min_ps(inside, _mm256_set1_ps(1));
    const __m256i rounded = _mm256_cvttps_epi32(
        _mm256_add_ps(_mm256_mul_ps(coverage, brush.alpha), _mm256_set1_ps(0.5F)));
    const __m256i each_channel =
        _mm256_setr_epi8(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12, 0, 0, 0, 0, 4, 4, 4, 4,
                         8, 8, 8, 8, 12, 12, 12, 12);
    const __m512i alpha = _mm512_cvtepu8_epi16(_mm256_shuffle_epi8(rounded, each_channel));
    auto* place = reinterpret_cast<__m256i*>(pixels);
    const __m512i there = _mm512_cvtepu8_epi16(_mm256_loadu_si256(place));
    const __m512i rest = _mm512_sub_epi16(_mm512_set1_epi16(255), alpha);
    const __m512i sum = _mm512_add_epi16(_mm512_mullo_epi16(alpha, brush.channels),
                                         _mm512_mullo_epi16(there, rest));
    // round(sum / 255): 257 / 65536 is as good as 1 / 255 for whole numbers below 65,280.
    const __m512i shifted = _mm512_add_epi16(sum, _mm512_set1_epi16(128));
    const __m512i result = _mm512_mulhi_epu16(shifted, _mm512_set1_epi16(257));
    // The form without a mask leaves GCC 12 thinking of what is not set.
    _mm256_storeu_si256(place, _mm512_maskz_cvtepi16_epi8(~__mmask32{0}, result));
}

#include "render/dots_loop.h"

}  // namespace

void draw_dots(const DotRows& rows, const Dot* dots, std::size_t count, float radius) {
    draw_all(rows, dots, count, radius);
}

}  // namespace epochscope::avx512

#include <epochscope/compute/end_simd_target.h>

#endif
