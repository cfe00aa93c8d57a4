// Rows of distances with 256-bit vectors: what stands between the marks is compiled for AVX2.
#include "analysis/faithfulness/row_kernels.h"

#if defined(__x86_64__)

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace epochscope::avx2 {

namespace {

constexpr std::size_t lanes = 4;

#include "analysis/faithfulness/row_loops.h"

}  // namespace

RowKernels row_kernels() { return {squares, count, minima}; }

}  // namespace epochscope::avx2

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif
