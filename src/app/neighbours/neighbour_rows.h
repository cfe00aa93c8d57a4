#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope::app {

/// How a neighbour compares with one epoch earlier.
enum class Change : std::uint8_t { preserved, gained, lost };

/// What is known of how a list's samples stand to the one that it belongs to.
enum class Measure : std::uint8_t { none, distance, influence };

struct NeighbourRow {
    std::int32_t sample = 0;
    Change change = Change::preserved;
    /// Its measure; nothing if the list has none.
    std::optional<double> value = {};
    friend bool operator==(const NeighbourRow&, const NeighbourRow&) = default;
};

/// A list of neighbours: the current ones, nearest first, then the lost ones.
struct NeighbourRows {
    std::vector<NeighbourRow> rows = {};
    Measure measure = Measure::none;
    /// False: they are the nearest in the plane.
    bool from_folder = false;
    /// Whether there was an earlier list of the same kind; else all are `preserved`.
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

/// The neighbours of a sample at a playhead, compared with one epoch earlier, except before the
/// second epoch. Costs two neighbours_at.
SampleNeighbours neighbour_rows_at(const EpochSeries& series, double playhead, std::size_t sample);

}  // namespace epochscope::app
