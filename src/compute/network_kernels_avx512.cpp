// The loops of networks with 512-bit vectors: what stands between the marks is compiled for them.
#include "compute/network_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx512.h>

namespace epochscope::avx512 {

namespace {

constexpr std::size_t lanes = 16;
constexpr std::size_t rows_at_once = 8;
constexpr std::size_t vectors_at_once = 2;

// Without a mask GCC 12 takes it for uninitialized.
inline __m512 root(__m512 values) { return _mm512_maskz_sqrt_ps(0xFFFF, values); }

inline __m512 fused(float x, __m512 y, __m512 z) {
    return _mm512_fmadd_ps(_mm512_set1_ps(x), y, z);
}

#include "compute/network_loops.h"

}  // namespace

NetworkKernels network_kernels() { return {multiply, mask, adam}; }

}  // namespace epochscope::avx512

#include <epochscope/compute/end_simd_target.h>

#endif
