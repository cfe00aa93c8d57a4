#include <epochscope/model/time_left.h>

namespace epochscope {

namespace {

constexpr double min_seconds = 2;
/// Between two marks.
constexpr double seconds_apart = 0.25;

}  // namespace

std::optional<double> TimeLeft::at(double seconds, double fraction) {
    if (marks_.empty() || seconds - marks_.back().seconds >= seconds_apart)
        marks_.push_back({seconds, fraction});
    while (marks_.size() > 1 && marks_[1].seconds <= seconds / 2) marks_.pop_front();
    const Mark& from = marks_.front();
    if (seconds < min_seconds || fraction <= from.fraction || seconds <= from.seconds)
        return std::nullopt;
    return (1 - fraction) * (seconds - from.seconds) / (fraction - from.fraction);
}

}  // namespace epochscope
