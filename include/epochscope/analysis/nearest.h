#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/playhead.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// The number of neighbours in the plane, if the folder has none.
inline constexpr std::size_t default_neighbour_count = 5;

/// The neighbours of a sample at a playhead, nearest first, never the sample itself.
struct Neighbourhood {
    std::vector<std::int32_t> intra;
    std::vector<std::int32_t> inter;
    /// Whether the list is from the folder (of the last epoch reached); otherwise its samples are
    /// the nearest in the plane.
    bool intra_from_folder = false;
    bool inter_from_folder = false;
};

/// The lists of the folder at the last epoch reached; for a kind without a list, the `count`
/// nearest in the plane at the playhead (the lower index first among equally near ones). O(list) or
/// O(N).
Neighbourhood neighbours_at(const EpochSeries& series, double playhead, std::size_t sample,
                            std::size_t count = default_neighbour_count);

}  // namespace epochscope
