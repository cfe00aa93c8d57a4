#pragma once

namespace epochscope {

/// BLIS 0.9 goes by the processor's family, and has only its slowest kernels, without AVX, for AMD
/// processors that came after it (Zen 4 and later). For these, sets the environment variable
/// BLIS_ARCH_TYPE to kernels that the processor can run, unless it is set. BLIS looks there once.
void choose_blas_kernels();

}  // namespace epochscope
