#pragma once

#include <epochscope/analysis/data_map.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace epochscope::app {

/// The positions of a series' samples in a data map at each epoch.
class MapPositions {
  public:
    /// At each epoch of `series` those after its last evaluation; before the first evaluation those
    /// after it. Samples that the map lacks are at NaN. O(epochs), or O(samples x evaluations) if
    /// the map lacks samples.
    MapPositions(const EpochSeries& series, MapOverTime map);

    [[nodiscard]] std::size_t epoch_count() const { return positions_.size(); }
    [[nodiscard]] std::span<const Point> at(std::size_t epoch) const { return positions_[epoch]; }
    /// The map's frame, with room to the left and below for the names of the axes.
    [[nodiscard]] Box frame() const;

  private:
    MapOverTime map_;
    /// Of each evaluation, if the map lacks samples.
    std::vector<std::vector<Point>> complete_;
    std::vector<std::span<const Point>> positions_;
};

/// The series, of as many epochs, with other positions. Labels, predictions, confidence and
/// neighbours stay in the series' memory.
EpochSeries with_positions(const EpochSeries& series,
                           std::shared_ptr<const MapPositions> positions);

}  // namespace epochscope::app
