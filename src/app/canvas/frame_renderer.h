#pragma once

#include "app/canvas/level_of_detail.h"
#include "app/canvas/shot.h"
#include "app/latest_wins.h"

#include <epochscope/model/playhead.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace epochscope::app {

/// Gives back the memory of epochs that were looked at, so that going through a mapped set keeps no
/// more than a few of them resident.
class EpochFootprint {
  public:
    /// The dataset is looked at between these two epochs now.
    void looked_at(const Dataset& dataset, const Moment& moment);

  private:
    void release_old(const Dataset& dataset);

    const Dataset* dataset_ = nullptr;
    /// Those used last, the latest first.
    std::deque<std::size_t> recent_;
    std::size_t swept_ = 0;
};

/// Draws shots on a thread of its own: the newest wins. One that could not be there in time is
/// drawn coarsely first, and exactly once nothing newer waits.
class FrameRenderer {
  public:
    /// `deliver` is called on that thread, with the number that the shot came with.
    using Deliver = std::function<void(Picture picture, std::uint64_t number)>;
    explicit FrameRenderer(Deliver deliver);

    void draw(Shot shot, std::uint64_t number) { worker_.wish({std::move(shot), number, false}); }
    /// What was to be drawn is not wanted any more.
    void drop() { worker_.drop(); }

  private:
    struct Wish {
        Shot shot;
        std::uint64_t number = 0;
        bool exact = false;
    };

    std::optional<Wish> fulfil(const Wish& wish, const std::stop_token& stop);

    Deliver deliver_;
    // The thread's own.
    LevelOfDetail pace_;
    EpochFootprint footprint_;
    // Last, so that it ends before what it uses.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
