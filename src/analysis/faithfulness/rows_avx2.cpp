// Rows of distances with 256-bit vectors: what stands between the marks is compiled for AVX2.
#include "analysis/faithfulness/row_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx2.h>

namespace epochscope::avx2 {

namespace {

constexpr std::size_t lanes = 4;

#include "analysis/faithfulness/row_loops.h"

}  // namespace

RowKernels row_kernels() { return {squares, count, minima}; }

}  // namespace epochscope::avx2

#include <epochscope/compute/end_simd_target.h>

#endif
