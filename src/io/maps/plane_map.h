#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/model/plane_map.h>

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace epochscope {

/// Where the epochs of a series are in the arrays of a folder.
struct EpochRows {
    /// The row of each epoch.
    std::vector<std::size_t> of;
    /// Arrays have no more rows than this that count.
    std::size_t most = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::size_t size() const { return of.size(); }
    std::size_t operator[](std::size_t epoch) const { return of[epoch]; }
};

/// Reads the map of a folder of arrays (manual, formats.md) into `dataset`: linear maps
/// (`map_mean.npy`, `map_axes.npy`) or learned ones (`map/`), which win; heads (`map_head_...` of
/// linear maps, `map/head_...` of others) and `logit_planes.npy`. Row `rows[e]` of the arrays is of
/// the epoch of index e. What is broken is left out with a warning; `map_fault` says so of maps.
void read_plane_map(const std::filesystem::path& folder, const EpochRows& rows, Dataset& dataset);

/// The files that write_plane_map writes.
std::vector<std::string> files_of(const PlaneMap& map);

/// Writes a map into a folder of arrays of a series; heads that are modules as copies of their
/// files. Throws Error if layers of learned maps differ or such a file is gone, Cancelled when
/// stopped.
void write_plane_map(const PlaneMap& map, const EpochSeries& series,
                     const std::filesystem::path& folder, const Job& job);

}  // namespace epochscope
