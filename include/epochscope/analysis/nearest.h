#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/playhead.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// How many neighbours are looked for where the folder names none.
inline constexpr std::size_t default_neighbour_count = 5;

/// The neighbours of a sample at a playhead, nearest first, never the sample itself.
struct Neighbourhood {
    std::vector<std::int32_t> intra;
    std::vector<std::int32_t> inter;
    /// True where the lists are the folder's (of the last epoch reached); false where they are
    /// nearest in the plane.
    bool intra_from_folder = false;
    bool inter_from_folder = false;
};

/// The folder's lists at the last epoch reached; for each kind that has none there, the `count`
/// nearest in the plane at the playhead (ties: the lower index). O(list) or O(N).
Neighbourhood neighbours_at(const EpochSeries& series, double playhead, std::size_t sample,
                            std::size_t count = default_neighbour_count);

}  // namespace epochscope
