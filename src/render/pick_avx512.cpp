// Distances with 512-bit vectors: what stands between the marks is compiled for AVX-512.
#include "render/pick_kernels.h"

#include <algorithm>

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx512.h>

namespace epochscope::avx512 {

namespace {

// Forms without a mask leave GCC 12 thinking of what is not set.
constexpr __mmask8 all_lanes = 0xff;

/// x and y by turns, as they lie in memory.
struct Turns {
    __m256 rest;
    __m256 t;
    __m512d scale;
    __m512d offset;
    __m512d at;
};

inline __m512d by_turns(double x, double y) { return _mm512_setr_pd(x, y, x, y, x, y, x, y); }

inline Turns turns_of(const Probe& probe) {
    const Mapping& m = probe.mapping;
    return {_mm256_set1_ps(1 - probe.t), _mm256_set1_ps(probe.t), by_turns(m.scale_x, m.scale_y),
            by_turns(m.offset_x, m.offset_y), by_turns(probe.at.x, probe.at.y)};
}

/// The squared distances of four samples, each twice.
inline __m512d distances_of(const Turns& turns, __m256 places) {
    const __m512d pixel = _mm512_add_pd(
        _mm512_mul_pd(turns.scale, _mm512_maskz_cvtps_pd(all_lanes, places)), turns.offset);
    const __m512d rounded =
        _mm512_maskz_cvtps_pd(all_lanes, _mm512_maskz_cvtpd_ps(all_lanes, pixel));
    const __m512d d = _mm512_sub_pd(rounded, turns.at);
    const __m512d square = _mm512_mul_pd(d, d);
    return _mm512_add_pd(square, _mm512_maskz_permute_pd(all_lanes, square, 0x55));
}

}  // namespace

double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count) {
    const Turns turns = turns_of(probe);
    __m512d least = _mm512_set1_pd(nowhere);
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256 before = _mm256_loadu_ps(&from[i].x);
        const __m256 after = _mm256_loadu_ps(&to[i].x);
        const __m256 now =
            _mm256_add_ps(_mm256_mul_ps(before, turns.rest), _mm256_mul_ps(after, turns.t));
        // Where the first is no number, min is the second.
        least = _mm512_maskz_min_pd(all_lanes, distances_of(turns, now), least);
    }
    double lanes[8];
    _mm512_storeu_pd(lanes, least);
    double result = *std::min_element(lanes, lanes + 8);
    for (; i < count; ++i) result = std::min(result, squared_distance(probe, from[i], to[i]));
    return result;
}

}  // namespace epochscope::avx512

#include <epochscope/compute/end_simd_target.h>

#endif
