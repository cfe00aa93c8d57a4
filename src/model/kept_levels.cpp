#include <epochscope/model/kept_levels.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

/// What is no share (nobody has checked the file) has no level.
std::int32_t level_of(float share) {
    if (!(share >= 0 && share <= 1)) return -1;
    return static_cast<std::int32_t>(
        std::lround(share * static_cast<float>(KeptLevels::levels - 1)));
}

}  // namespace

KeptLevels::KeptLevels(std::shared_ptr<const Trust> trust)
    : trust_(std::move(trust)), epochs_(trust_->kept.size()) {}

std::span<const std::int32_t> KeptLevels::of(std::size_t epoch) const {
    if (epoch >= epochs_.size()) return {};
    Epoch& held = epochs_[epoch];
    std::call_once(held.once, [&] {
        const std::span<const float> shares = trust_->kept[epoch];
        held.levels.resize(shares.size());
        std::transform(shares.begin(), shares.end(), held.levels.begin(), level_of);
    });
    return held.levels;
}

}  // namespace epochscope
