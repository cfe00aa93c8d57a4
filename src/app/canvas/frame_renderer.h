#pragma once

#include "app/canvas/frame_request.h"
#include "app/canvas/level_of_detail.h"
#include "app/tasks/coalescing_worker.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace epochscope::app {

/// Releases the memory of epochs that were drawn, so that only a few of a mapped dataset stay
/// resident.
class EpochFootprint {
  public:
    /// This was drawn now.
    void drawn(const FrameRequest& request);

  private:
    void release_old(const Dataset& dataset);

    const Dataset* dataset_ = nullptr;
    /// The latest first.
    std::deque<std::size_t> recent_;
    std::size_t swept_ = 0;
};

/// Draws frames on a thread of its own, the newest request first. A frame that would be late is
/// drawn coarsely, and exactly once nothing newer waits.
class FrameRenderer {
  public:
    /// Called on that thread with the request's number.
    using Deliver = std::function<void(Picture picture, std::uint64_t number)>;
    explicit FrameRenderer(Deliver deliver);

    void draw(FrameRequest request, std::uint64_t number) {
        worker_.request({std::move(request), number, false});
    }
    void cancel() { worker_.cancel(); }

  private:
    struct Request {
        FrameRequest frame;
        std::uint64_t number = 0;
        bool exact = false;
    };

    std::optional<Request> draw(const Request& request, const std::stop_token& stop);

    Deliver deliver_;
    // Used by the thread only.
    LevelOfDetail level_of_detail_;
    EpochFootprint footprint_;
    // Last: it ends before what it uses.
    CoalescingWorker<Request> worker_;
};

}  // namespace epochscope::app
