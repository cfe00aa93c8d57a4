#pragma once

#include "gl/batch.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace epochscope::gl {

/// The epochs that a frame lies between, by their indices in a series.
struct Station {
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const Station&, const Station&) = default;
};

/// Where in a series the points of a frame are from; nothing where they are not of it.
std::optional<Station> station_of(const EpochSeries& series, const PointLayer& points);

/// Everything of an epoch, whether it is shown or not: then nothing has to be loaded where it shall
/// be.
Batch batch_of(const EpochSeries& series, std::size_t epoch);
/// The labels of a series.
Batch labels_of(const EpochSeries& series);

/// Which way the playhead goes.
class PrefetchPlan {
  public:
    /// The playhead is here now.
    void reach(const Station& station, float t);
    /// The epochs that come next, at most `most`, the next one first. After the last one comes the
    /// first, as in playing in a loop. None of them is in the station reached.
    [[nodiscard]] std::vector<std::size_t> ahead(std::size_t epoch_count, std::size_t most) const;

  private:
    Station station_;
    double playhead_ = 0;
    bool backwards_ = false;
};

}  // namespace epochscope::gl
