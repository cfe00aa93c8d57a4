#include <epochscope/compute/simd_target.h>

#include <array>
#include <cstddef>

namespace epochscope {

namespace {

constexpr std::array all{SimdTarget::plain, SimdTarget::avx2, SimdTarget::avx512};

std::size_t count_levels() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 1;
    const bool has_all = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                         __builtin_cpu_supports("avx512vl");
    return has_all ? 3 : 2;
#else
    return 1;
#endif
}

}  // namespace

std::span<const SimdTarget> simd_targets() {
    static const std::size_t count = count_levels();
    return {all.data(), count};
}

}  // namespace epochscope
