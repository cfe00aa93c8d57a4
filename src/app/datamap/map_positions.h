#pragma once

#include <epochscope/analysis/data_map.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>

#include <memory>
#include <span>
#include <vector>

namespace epochscope::app {

/// Where the samples of a series lie in a data map, at each of its epochs.
class MapPositions {
  public:
    /// At each epoch of `series` where the map has its samples after the last evaluation until
    /// then; before the first one, as after it. Samples that are not in the map are nowhere (no
    /// number). Where there are some, O(samples x evaluations), else O(epochs).
    MapPositions(const EpochSeries& series, MapOverTime map);

    [[nodiscard]] std::span<const Point> at(std::size_t epoch) const { return places_[epoch]; }
    /// The map's, with room to the left and below for the names of the axes.
    [[nodiscard]] Box frame() const;

  private:
    MapOverTime map_;
    /// The evaluations' places, where the map has not all samples.
    std::vector<std::vector<Point>> spread_;
    std::vector<std::span<const Point>> places_;
};

/// The samples and epochs of a series at other places, which are of it: labels, predictions,
/// confidence and neighbours are its own, in the same memory.
EpochSeries with_positions(const EpochSeries& series, std::shared_ptr<const MapPositions> places);

}  // namespace epochscope::app
