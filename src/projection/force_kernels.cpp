#include "projection/force_kernels.h"

namespace epochscope {

namespace {

constexpr std::size_t vector_bytes = 16;

namespace in_single {
using Real = float;
#include "projection/force_loops.h"
}  // namespace in_single

namespace in_double {
using Real = double;
#include "projection/force_loops.h"
}  // namespace in_double

}  // namespace

template <>
ForceKernels<float> force_kernels<float>(SimdTarget level) {
#if defined(__x86_64__)
    if (level == SimdTarget::avx512) return avx512::single_kernels();
    if (level == SimdTarget::avx2) return avx2::single_kernels();
#endif
    static_cast<void>(level);
    return {in_single::push, in_single::pull};
}

template <>
ForceKernels<double> force_kernels<double>(SimdTarget level) {
#if defined(__x86_64__)
    if (level == SimdTarget::avx512) return avx512::double_kernels();
    if (level == SimdTarget::avx2) return avx2::double_kernels();
#endif
    static_cast<void>(level);
    return {in_double::push, in_double::pull};
}

}  // namespace epochscope
