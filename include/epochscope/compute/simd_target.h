#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The SIMD targets that kernels are compiled for and this processor supports, best first: some of
/// "avx512", "avx2", "sse4", "neon" and "scalar". Kernels use the best one; all give the same
/// bytes.
std::vector<std::string> simd_targets();

/// Makes kernels use this target, one of simd_targets(); otherwise throws Error. Not to be called
/// while a kernel runs.
void use_simd_target(std::string_view name);

/// Uses the target that the environment variable EPOCHSCOPE_SIMD names, if it is set, and has BLIS
/// choose kernels that fit the processor. Programs call it before all else, since it may set an
/// environment variable.
void choose_simd_kernels();

}  // namespace epochscope
