// Rows of distances with 512-bit vectors: what stands between the marks is compiled for AVX-512.
#include "analysis/faithfulness/row_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx512.h>

namespace epochscope::avx512 {

namespace {

constexpr std::size_t lanes = 8;

#include "analysis/faithfulness/row_loops.h"

}  // namespace

RowKernels row_kernels() { return {squares, count, minima}; }

}  // namespace epochscope::avx512

#include <epochscope/compute/end_simd_target.h>

#endif
