// Rows of distances with 512-bit vectors: what stands between the marks is compiled for AVX-512.
#include "analysis/faithfulness/row_kernels.h"

#if defined(__x86_64__)

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl"))), \
                             apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl")
#endif

namespace epochscope::avx512 {

namespace {

constexpr std::size_t lanes = 8;

#include "analysis/faithfulness/row_loops.h"

}  // namespace

RowKernels row_kernels() { return {squares, count, minima}; }

}  // namespace epochscope::avx512

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif
