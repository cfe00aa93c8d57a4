#include "app/canvas/landscape_detail_pacing.h"

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

/// The fraction of a thread's time for pictures while the playhead moves.
constexpr double max_busy = 0.5;
/// The weight of the last move in the speed.
constexpr double newest_weight = 0.3;

}  // namespace

bool LandscapeDetailPacing::at(double playhead, bool painted, Clock::time_point now) {
    const bool moved = playhead != playhead_;
    const bool rested = now - moved_ >= rest;
    if (moved) {
        const double seconds = std::chrono::duration<double>(now - moved_).count();
        const double speed = std::abs(playhead - playhead_) / std::max(seconds, 1e-3);
        speed_ = rested ? speed : speed_ + newest_weight * (speed - speed_);
        playhead_ = playhead;
        moved_ = now;
        if (!painted) left_behind_ = true;
    }
    can_follow_ = (rested && !moved) || speed_ * seconds_ < max_busy;
    if (painted && can_follow_) left_behind_ = false;
    return moved;
}

}  // namespace epochscope::app
