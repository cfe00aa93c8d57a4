// The inner loops of t-SNE with 256-bit vectors.
#include "projection/force_kernels.h"

#if defined(__x86_64__)

#include <epochscope/compute/begin_avx2.h>

namespace epochscope::avx2 {

namespace {

constexpr std::size_t vector_bytes = 32;

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

}  // namespace epochscope::avx2

#include <epochscope/compute/end_simd_target.h>

#endif
