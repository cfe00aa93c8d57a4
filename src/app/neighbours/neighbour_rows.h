#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope::app {

/// What happened to a neighbour since one epoch earlier.
enum class Change : std::uint8_t { kept, gained, lost };

struct NeighbourRow {
    std::int32_t sample = 0;
    Change change = Change::kept;
    /// How far it is, where that is told; nothing where neighbours are lists.
    std::optional<double> distance = {};
    friend bool operator==(const NeighbourRow&, const NeighbourRow&) = default;
};

/// One list of neighbours as it is shown: those of now, nearest first, then those lost.
struct NeighbourRows {
    std::vector<NeighbourRow> rows;
    /// False where they are nearest in the plane.
    bool from_folder = false;
    /// Whether there was an earlier list of the same kind to compare with; else all are `kept`.
    bool compared = false;
    friend bool operator==(const NeighbourRows&, const NeighbourRows&) = default;

    [[nodiscard]] std::size_t count(Change change) const;
};

/// The rows of the neighbours `now` after those `before`. O(both).
std::vector<NeighbourRow> compare_neighbours(std::span<const std::int32_t> now,
                                             std::span<const std::int32_t> before);

struct SampleNeighbours {
    NeighbourRows intra;
    NeighbourRows inter;
};

/// The neighbours of a sample at a playhead, compared with one epoch earlier; at the first epoch
/// and on the way from it there is nothing to compare with. As costly as two neighbours_at.
SampleNeighbours neighbour_rows_at(const EpochSeries& series, double playhead, std::size_t sample);

}  // namespace epochscope::app
