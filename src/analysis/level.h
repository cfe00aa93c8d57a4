#pragma once

#include <cstdint>
#include <span>

namespace epochscope {

/// Which vector instructions the inner loops use; all give the same bytes. `plain` is what the
/// compiler may use anywhere.
enum class Level : std::uint8_t { plain, avx2, avx512 };

/// Those that this processor has, worst first.
std::span<const Level> levels();

/// The best of them.
inline Level best_level() { return levels().back(); }

}  // namespace epochscope
