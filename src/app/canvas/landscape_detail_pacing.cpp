#include "app/canvas/landscape_detail_pacing.h"

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

/// As much of a thread's time may go into pictures while the playhead moves.
constexpr double most_busy = 0.5;
/// What the last move says of the speed, beside those before it.
constexpr double newest_share = 0.3;

}  // namespace

bool LandscapeDetailPacing::at(double place, bool painted, Clock::time_point now) {
    const bool moved = place != place_;
    const bool rested = now - moved_ >= rest;
    if (moved) {
        const double seconds = std::chrono::duration<double>(now - moved_).count();
        const double speed = std::abs(place - place_) / std::max(seconds, 1e-3);
        speed_ = rested ? speed : speed_ + newest_share * (speed - speed_);
        place_ = place;
        moved_ = now;
        if (!painted) left_behind_ = true;
    }
    can_follow_ = (rested && !moved) || speed_ * seconds_ < most_busy;
    if (painted && can_follow_) left_behind_ = false;
    return moved;
}

}  // namespace epochscope::app
