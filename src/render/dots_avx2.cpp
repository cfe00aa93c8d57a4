// Discs with 256-bit vectors: what stands between the marks is compiled for AVX2.
#include "render/dots_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx2.h>

namespace epochscope::avx2 {

namespace {

struct Brush {
    __m256 reach;
    __m256 alpha;
    __m256i channels;
};

using Squares = __m256;

inline Brush brush_of(const Dot& dot, float reach) {
    const Colour c = dot.colour;
    const __m256i pixel = _mm256_set1_epi32(static_cast<int>(
        0xff000000U | (unsigned{c.b} << 16U) | (unsigned{c.g} << 8U) | unsigned{c.r}));
    return {_mm256_set1_ps(reach), _mm256_set1_ps(dot.alpha),
            _mm256_unpacklo_epi8(pixel, _mm256_setzero_si256())};
}

inline Squares squares_from(float x) {
    const __m256 dx = _mm256_add_ps(_mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_ps(x));
    return _mm256_mul_ps(dx, dx);
}

/// Four pixels, a word for each channel, over what is there.
inline __m256i blended(__m256i there, __m256i alpha, __m256i channels) {
    const __m256i rest = _mm256_sub_epi16(_mm256_set1_epi16(255), alpha);
    const __m256i sum =
        _mm256_add_epi16(_mm256_mullo_epi16(alpha, channels), _mm256_mullo_epi16(there, rest));
    // round(sum / 255): 257 / 65536 is as good as 1 / 255 for whole numbers below 65,280.
    const __m256i shifted = _mm256_add_epi16(sum, _mm256_set1_epi16(128));
    return _mm256_mulhi_epu16(shifted, _mm256_set1_epi16(257));
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
    const __m256i alphas = _mm256_shuffle_epi8(rounded, each_channel);
    auto* place = reinterpret_cast<__m256i*>(pixels);
    const __m256i there = _mm256_loadu_si256(place);
    const __m256i zero = _mm256_setzero_si256();
    const __m256i low = blended(_mm256_unpacklo_epi8(there, zero),
                                _mm256_unpacklo_epi8(alphas, zero), brush.channels);
    const __m256i high = blended(_mm256_unpackhi_epi8(there, zero),
                                 _mm256_unpackhi_epi8(alphas, zero), brush.channels);
    _mm256_storeu_si256(place, _mm256_packus_epi16(low, high));
}

#include "render/dots_loop.h"

}  // namespace

void draw_dots(const DotRows& rows, const Dot* dots, std::size_t count, float radius) {
    draw_all(rows, dots, count, radius);
}

}  // namespace epochscope::avx2

#include <epochscope/compute/end_simd_target.h>

#endif
