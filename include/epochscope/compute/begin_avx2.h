// The intrinsics; and what follows, up to end_level.h, is compiled for processors that have what
// SimdTarget::avx2 stands for.
// For files that hold such code, behind their other includes; without a guard, since each needs it.
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#endif
