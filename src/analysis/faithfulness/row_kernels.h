#pragma once

#include <cstddef>
#include <cstdint>

namespace epochscope {

/// How many points a tile has: enough that additions do not wait for each other.
inline constexpr std::size_t tile_width = 32;
/// How many limits are counted at once.
inline constexpr std::size_t limits_at_once = 4;

/// The loops over rows of distances. `tiles` is how many.
struct RowKernels {
    /// Sums of squared differences; `place` has a value for each dimension.
    void (*squares)(const double* values, std::size_t tiles, std::size_t dimension,
                    const float* place, double* row);
    /// For four limits how many entries are below, then for the same how many are not above.
    void (*count)(const double* row, std::size_t tiles, const double* limits, std::int64_t* counts);
    /// The least entry of each tile.
    void (*minima)(const double* row, std::size_t tiles, double* least);
};

// The same to the bit for each level of x86-64.
namespace plain {
RowKernels row_kernels();
}
namespace avx2 {
RowKernels row_kernels();
}
namespace avx512 {
RowKernels row_kernels();
}

}  // namespace epochscope
