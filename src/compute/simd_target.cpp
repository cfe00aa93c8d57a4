#include "compute/blas_kernels.h"

#include <epochscope/compute/simd_target.h>
#include <epochscope/model/error.h>

#include <hwy/targets.h>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace epochscope {

namespace {

struct SimdTarget {
    const char* name;
    /// As Highway has it.
    std::int64_t bits;
};

constexpr std::array all_targets{SimdTarget{"avx512", HWY_AVX3}, SimdTarget{"avx2", HWY_AVX2},
                                 SimdTarget{"sse4", HWY_SSE4}, SimdTarget{"neon", HWY_NEON},
                                 SimdTarget{"scalar", HWY_SCALAR | HWY_EMU128}};

/// Before any target is disabled.
std::int64_t supported_bits() {
    static const std::int64_t bits = hwy::SupportedTargets() & HWY_TARGETS;
    return bits;
}

}  // namespace

std::vector<std::string> simd_targets() {
    std::vector<std::string> names;
    for (const SimdTarget& target : all_targets)
        if ((target.bits & supported_bits()) != 0) names.emplace_back(target.name);
    return names;
}

void use_simd_target(std::string_view name) {
    for (const SimdTarget& target : all_targets)
        if (name == target.name && (target.bits & supported_bits()) != 0)
            return hwy::DisableTargets(~target.bits);
    std::string known;
    for (const std::string& one : simd_targets()) known += (known.empty() ? "" : ", ") + one;
    throw Error("SIMD target (EPOCHSCOPE_SIMD)", "is \"", name,
                "\", expected one of this processor's: ", known);
}

void choose_simd_kernels() {
    choose_blas_kernels();
    // NOLINTNEXTLINE(concurrency-mt-unsafe): programs call it before they start threads.
    if (const char* name = std::getenv("EPOCHSCOPE_SIMD")) use_simd_target(name);
}

}  // namespace epochscope
