#pragma once

#include <epochscope/model/landscape.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Reads `logit_planes.npy` of a folder of arrays, (epochs, classes, 3): at_origin, per_x and per_y
/// of each class. An epoch that holds what is no number has none. `rows[e]` is where the epoch of
/// index e lies in the arrays. Empty where the file is not there or broken, which is warned of.
LogitPlanes read_logit_planes(const std::filesystem::path& folder,
                              std::span<const std::size_t> rows, std::size_t classes,
                              std::vector<std::string>& warnings);

/// Writes them, little-endian float64; nothing where no epoch has any.
void write_logit_planes(const LogitPlanes& planes, std::size_t classes,
                        const std::filesystem::path& folder);

}  // namespace epochscope
