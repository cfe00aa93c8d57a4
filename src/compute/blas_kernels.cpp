#include "compute/blas_kernels.h"

#include <epochscope/compute/simd_target.h>

#if defined(__x86_64__)
#include <cpuid.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>
#endif

namespace epochscope {

#if defined(__x86_64__)
namespace {

/// Family and model as AMD counts them; 0 for other processors.
struct AmdProcessor {
    unsigned family = 0;
    unsigned model = 0;
};

AmdProcessor amd_processor() {
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    if (__get_cpuid(0, &eax, &ebx, &ecx, &edx) == 0 || ebx != signature_AMD_ebx) return {};
    __get_cpuid(1, &eax, &ebx, &ecx, &edx);
    return {((eax >> 8U) & 0xFU) + ((eax >> 20U) & 0xFFU),
            ((eax >> 4U) & 0xFU) + ((eax >> 12U) & 0xF0U)};
}

/// Whether BLIS 0.9 has kernels for it: up to Zen 3.
bool is_known_to_blis(AmdProcessor processor) {
    constexpr unsigned zen3_and_4 = 0x19;
    if (processor.family != zen3_and_4) return processor.family < zen3_and_4;
    return processor.model < 0x10 || (processor.model >= 0x20 && processor.model < 0x60);
}

}  // namespace

void choose_blas_kernels() {
    if (is_known_to_blis(amd_processor())) return;
    const std::vector<std::string> targets = simd_targets();
    const auto can_run = [&](const char* target) {
        return std::ranges::find(targets, target) != targets.end();
    };
    if (!can_run("avx2")) return;
    // The kernels of Skylake-X and of Haswell, as the enumeration arch_t of BLIS counts them.
    const char* const kernels = can_run("avx512") ? "0" : "3";
    // NOLINTNEXTLINE(concurrency-mt-unsafe): programs call it before they start threads.
    setenv("BLIS_ARCH_TYPE", kernels, 0);
}
#else
void choose_blas_kernels() {}
#endif

}  // namespace epochscope
