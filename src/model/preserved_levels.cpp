#include <epochscope/model/preserved_levels.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

/// Invalid values (the file is not checked) have no level.
std::int32_t level_of(float fraction) {
    if (!(fraction >= 0 && fraction <= 1)) return -1;
    return static_cast<std::int32_t>(
        std::lround(fraction * static_cast<float>(PreservedLevels::levels - 1)));
}

}  // namespace

PreservedLevels::PreservedLevels(std::shared_ptr<const Trust> trust)
    : trust_(std::move(trust)), epochs_(trust_->preserved.size()) {}

std::span<const std::int32_t> PreservedLevels::of(std::size_t epoch) const {
    if (epoch >= epochs_.size()) return {};
    Epoch& held = epochs_[epoch];
    std::call_once(held.once, [&] {
        const std::span<const float> fractions = trust_->preserved[epoch];
        held.levels.resize(fractions.size());
        std::transform(fractions.begin(), fractions.end(), held.levels.begin(), level_of);
    });
    return held.levels;
}

}  // namespace epochscope
