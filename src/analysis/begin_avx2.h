// What follows, up to end_level.h, is compiled for processors that have AVX2: for the files that
// hold such code, behind all other includes. Not included once but wherever it is needed.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
