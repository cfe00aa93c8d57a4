// The intrinsics; and what follows, up to end_level.h, is compiled for processors that have AVX2.
// For files that hold such code, behind their other includes; without a guard, since each needs it.
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
