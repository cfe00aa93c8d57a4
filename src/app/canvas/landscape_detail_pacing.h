#pragma once

#include <chrono>

namespace epochscope::app {

/// Decides whether pictures painted on demand keep up with the playhead. If they do not, none are
/// shown until it rests: sharp and blurred pictures in turn would flicker.
class LandscapeDetailPacing {
  public:
    using Clock = std::chrono::steady_clock;

    /// A playhead that stands still for so long rests.
    static constexpr std::chrono::milliseconds rest{150};

    /// Reports the playhead, in pictures, and whether those around it are painted. True if it has
    /// moved.
    bool at(double playhead, bool painted, Clock::time_point now);
    /// Reports how long a picture took.
    void took(double seconds) { seconds_ = seconds; }

    /// Whether painted pictures are shown.
    [[nodiscard]] bool shows() const { return !left_behind_; }
    /// Whether it is worth painting more.
    [[nodiscard]] bool is_worth_it() const { return !left_behind_ || can_follow_; }

  private:
    double playhead_ = 0;
    Clock::time_point moved_ = {};
    /// In pictures a second.
    double speed_ = 0;
    /// To paint one picture.
    double seconds_ = 0;
    bool left_behind_ = false;
    bool can_follow_ = true;
};

}  // namespace epochscope::app
