// Distances with 256-bit vectors: what stands between the marks is compiled for AVX2.
#include "render/pick_kernels.h"

#include <algorithm>

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx2.h>

namespace epochscope::avx2 {

namespace {

/// x and y by turns, as they lie in memory.
struct Turns {
    __m256 rest;
    __m256 t;
    __m256d scale;
    __m256d offset;
    __m256d at;
};

inline Turns turns_of(const Probe& probe) {
    const Mapping& m = probe.mapping;
    return {_mm256_set1_ps(1 - probe.t), _mm256_set1_ps(probe.t),
            _mm256_setr_pd(m.scale_x, m.scale_y, m.scale_x, m.scale_y),
            _mm256_setr_pd(m.offset_x, m.offset_y, m.offset_x, m.offset_y),
            _mm256_setr_pd(probe.at.x, probe.at.y, probe.at.x, probe.at.y)};
}

/// The squares of two samples' distances along x and y.
inline __m256d squares_of(const Turns& turns, __m128 places) {
    const __m256d pixel =
        _mm256_add_pd(_mm256_mul_pd(turns.scale, _mm256_cvtps_pd(places)), turns.offset);
    const __m256d rounded = _mm256_cvtps_pd(_mm256_cvtpd_ps(pixel));
    const __m256d d = _mm256_sub_pd(rounded, turns.at);
    return _mm256_mul_pd(d, d);
}

}  // namespace

double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count) {
    const Turns turns = turns_of(probe);
    __m256d least = _mm256_set1_pd(nowhere);
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256 before = _mm256_loadu_ps(&from[i].x);
        const __m256 after = _mm256_loadu_ps(&to[i].x);
        const __m256 now =
            _mm256_add_ps(_mm256_mul_ps(before, turns.rest), _mm256_mul_ps(after, turns.t));
        const __m256d low = squares_of(turns, _mm256_castps256_ps128(now));
        const __m256d high = squares_of(turns, _mm256_extractf128_ps(now, 1));
        // Where the first is no number, min is the second.
        least = _mm256_min_pd(_mm256_hadd_pd(low, high), least);
    }
    double lanes[4];
    _mm256_storeu_pd(lanes, least);
    double result = std::min(std::min(lanes[0], lanes[1]), std::min(lanes[2], lanes[3]));
    for (; i < count; ++i) result = std::min(result, squared_distance(probe, from[i], to[i]));
    return result;
}

}  // namespace epochscope::avx2

#include <epochscope/compute/end_simd_target.h>

#endif
