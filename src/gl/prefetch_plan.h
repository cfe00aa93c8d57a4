#pragma once

#include "gl/batch.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace epochscope::gl {

/// The two epochs that a frame lies between, by index.
struct EpochPair {
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const EpochPair&, const EpochPair&) = default;
};

/// The epochs of a frame's points; nothing if they are not of the series.
std::optional<EpochPair> epochs_of(const EpochSeries& series, const PointLayer& points);

/// The classes that batches of a frame's points have to tell apart. Colours with an owner of their
/// own are no column of a batch.
std::size_t class_count_of(const PointLayer& points);

/// All columns of an epoch, shown or not, so that showing one loads nothing.
Batch batch_of(const EpochSeries& series, std::size_t epoch);
/// The labels of a series.
Batch labels_of(const EpochSeries& series);

/// Plans which epochs to load next.
class PrefetchPlan {
  public:
    void reach(const EpochPair& epochs, float t);
    /// At most `max` epochs in the direction of play, the next one first. The first follows the
    /// last, as in a loop. Those reached are not among them.
    [[nodiscard]] std::vector<std::size_t> ahead(std::size_t epoch_count, std::size_t max) const;

  private:
    EpochPair epochs_;
    double playhead_ = 0;
    bool backwards_ = false;
};

}  // namespace epochscope::gl
