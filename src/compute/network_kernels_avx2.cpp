// The loops of networks with 256-bit vectors: what stands between the marks is compiled for them.
#include "compute/network_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx2.h>

namespace epochscope::avx2 {

namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t rows_at_once = 4;
constexpr std::size_t vectors_at_once = 2;

inline __m256 root(__m256 values) { return _mm256_sqrt_ps(values); }

inline __m256 fused(float x, __m256 y, __m256 z) {
    return _mm256_fmadd_ps(_mm256_set1_ps(x), y, z);
}

#include "compute/network_loops.h"

}  // namespace

NetworkKernels network_kernels() { return {multiply, mask, adam}; }

}  // namespace epochscope::avx2

#include <epochscope/compute/end_simd_target.h>

#endif
