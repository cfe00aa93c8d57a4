// The inner loops of t-SNE with 512-bit vectors.
#include "projection/force_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx512.h>

namespace epochscope::avx512 {

namespace {

constexpr std::size_t vector_bytes = 64;

namespace in_single {
using Real = float;
#include "projection/force_loops.h"
}  // namespace in_single

namespace in_double {
using Real = double;
#include "projection/force_loops.h"
}  // namespace in_double

}  // namespace

ForceKernels<float> single_kernels() { return {in_single::push, in_single::pull}; }
ForceKernels<double> double_kernels() { return {in_double::push, in_double::pull}; }

}  // namespace epochscope::avx512

#include <epochscope/compute/end_simd_target.h>

#endif
