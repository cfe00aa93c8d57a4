#pragma once

#include <chrono>

namespace epochscope::app {

/// Whether pictures that are painted as they are needed keep up with a playhead. Where they do not,
/// it is left alone until it rests: pictures that come and go would flicker.
class LandscapeDetailPacing {
  public:
    using Clock = std::chrono::steady_clock;

    /// A playhead that stands still for so long is at rest.
    static constexpr std::chrono::milliseconds rest{150};

    /// The playhead is at this place, counted in pictures, and those around it are painted or not.
    /// True where it has moved.
    bool at(double place, bool painted, Clock::time_point now);
    /// A picture was painted in so many seconds.
    void took(double seconds) { seconds_ = seconds; }

    /// Whether what is painted is to be shown.
    [[nodiscard]] bool shows() const { return !left_behind_; }
    /// Whether it is worth painting more.
    [[nodiscard]] bool is_worth_it() const { return !left_behind_ || can_follow_; }

  private:
    double place_ = 0;
    Clock::time_point moved_ = {};
    /// In pictures a second.
    double speed_ = 0;
    /// What painting one takes.
    double seconds_ = 0;
    bool left_behind_ = false;
    bool can_follow_ = true;
};

}  // namespace epochscope::app
