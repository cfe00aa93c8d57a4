#include "compute/network_kernels.h"

#include <cmath>

namespace epochscope {

namespace {

constexpr std::size_t lanes = 4;
constexpr std::size_t rows_at_once = 4;
constexpr std::size_t vectors_at_once = 2;

using Numbers __attribute__((vector_size(lanes * sizeof(float)))) = float;

inline Numbers root(Numbers values) {
    for (std::size_t lane = 0; lane < lanes; ++lane) values[lane] = std::sqrt(values[lane]);
    return values;
}

/// In software where the processor has no such instruction.
inline Numbers fused(float x, const Numbers& y, Numbers z) {
    for (std::size_t lane = 0; lane < lanes; ++lane) z[lane] = std::fma(x, y[lane], z[lane]);
    return z;
}

#include "compute/network_loops.h"

}  // namespace

NetworkKernels network_kernels(SimdTarget level) {
#if defined(__x86_64__)
    if (level == SimdTarget::avx512) return avx512::network_kernels();
    if (level == SimdTarget::avx2) return avx2::network_kernels();
#endif
    static_cast<void>(level);
    return {multiply, mask, adam};
}

}  // namespace epochscope
