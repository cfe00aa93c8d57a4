#pragma once

#include <cstdint>
#include <span>

namespace epochscope {

/// Which vector instructions the inner loops use; all give the same bytes. `plain` is what the
/// compiler may use anywhere.
enum class SimdTarget : std::uint8_t { plain, avx2, avx512 };

/// Those that this processor has, worst first.
std::span<const SimdTarget> simd_targets();

/// The best of them.
inline SimdTarget best_simd_target() { return simd_targets().back(); }

}  // namespace epochscope
