#pragma once

#include <cstddef>
#include <cstdint>

namespace epochscope {

/// How many points a tile has: enough that additions do not wait for each other.
inline constexpr std::size_t tile_width = 32;
/// How many limits are counted at once.
inline constexpr std::size_t limits_at_once = 4;

// Loops over rows of distances; the same bytes with every SIMD target.

/// Sums of squared differences; `place` has a value for each dimension.
void sum_squares(const double* values, std::size_t tiles, std::size_t dimension, const float* place,
                 double* row);
/// For `limits_at_once` limits how many entries are below, then for the same how many are not
/// above.
void count_entries(const double* row, std::size_t tiles, const double* limits,
                   std::int64_t* counts);
/// The minimum of each tile.
void find_minima(const double* row, std::size_t tiles, double* minima);

}  // namespace epochscope
