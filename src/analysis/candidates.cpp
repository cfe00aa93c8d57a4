#include "analysis/candidates.h"

#include <algorithm>

namespace epochscope {

void Candidates::look_at(std::span<const float> products, const float* squares, std::size_t first,
                         std::size_t self) {
    constexpr std::size_t stride = 32;
    for (std::size_t begin = 0; begin < products.size(); begin += stride) {
        const std::size_t end = std::min(begin + stride, products.size());
        // Most strides have no near points: one branch-free test of the whole stride.
        int near = 0;
        for (std::size_t i = begin; i < end; ++i)
            near |= static_cast<int>(squares[i] - 2 * products[i] <= limit_);
        if (near == 0) continue;
        for (std::size_t i = begin; i < end; ++i) {
            const float score = squares[i] - 2 * products[i];
            if (score <= limit_ && first + i != self) add(score, first + i);
        }
    }
}

void Candidates::add(float score, std::size_t point) {
    found_.push_back({score, static_cast<std::int32_t>(point)});
    if (found_.size() >= tighten_at_) tighten();
}

void Candidates::tighten() {
    if (found_.size() < count_ || count_ == 0) return;
    const auto by_score = [](const Scored& a, const Scored& b) { return a.score < b.score; };
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(count_ - 1);
    std::nth_element(found_.begin(), last, found_.end(), by_score);
    limit_ = last->score + margin_;
    std::erase_if(found_, [this](const Scored& scored) { return scored.score > limit_; });
    // Many equally near points all stay.
    tighten_at_ = std::max(capacity(), 2 * found_.size());
}

std::span<const std::int32_t> Candidates::found() {
    tighten();
    points_.clear();
    for (const Scored& scored : found_) points_.push_back(scored.point);
    return points_;
}

}  // namespace epochscope
