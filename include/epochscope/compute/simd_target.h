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

/// Does so with the value of the environment variable EPOCHSCOPE_SIMD, if it is set.
void use_simd_target_of_environment();

}  // namespace epochscope
