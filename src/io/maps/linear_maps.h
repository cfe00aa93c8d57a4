#pragma once

#include <epochscope/model/linear_map.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Reads the linear maps of a folder of arrays: `map_mean.npy` (maps, D) and `map_axes.npy` (maps,
/// 2, D), one map or one an epoch. `rows[e]` is where the epoch of index e lies in the arrays.
/// Without `explained`, which no file holds. Empty where there are none; what is broken is left out
/// with a warning: another shape, what is no number, axes that are not orthonormal (a second axis
/// of zeros is none: features of one dimension).
std::vector<LinearMap> read_linear_maps(const std::filesystem::path& folder,
                                        std::span<const std::size_t> rows,
                                        std::vector<std::string>& warnings);

/// Writes them, little-endian float64; nothing where there are none.
void write_linear_maps(const std::vector<LinearMap>& maps, const std::filesystem::path& folder);

}  // namespace epochscope
