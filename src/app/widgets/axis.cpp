#include "app/widgets/axis.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

EpochAxis::EpochAxis(std::vector<std::int64_t> numbers, double left, double right)
    : numbers_(std::move(numbers)), left_(left), right_(right) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < numbers_.size(); ++i)
        steps.push_back(number_of(i) - number_of(i - 1));
    if (steps.empty()) return;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    median_ = *middle;
}

double EpochAxis::x_of_number(double number) const {
    const double first = number_of(0);
    const double last = number_of(numbers_.size() - 1);
    if (first == last) return (left_ + right_) / 2;
    return left_ + (number - first) / (last - first) * (right_ - left_);
}

double EpochAxis::x_at(double playhead) const {
    if (numbers_.empty()) return left_;
    playhead = std::clamp(playhead, 0.0, static_cast<double>(numbers_.size() - 1));
    const auto from = static_cast<std::size_t>(playhead);
    const double t = playhead - std::floor(playhead);
    return t > 0 ? x_of(from) * (1 - t) + x_of(from + 1) * t : x_of(from);
}

double EpochAxis::playhead_at(double x) const {
    if (numbers_.size() < 2 || x <= left_) return 0;
    // The first epoch right of x.
    std::size_t low = 0;
    std::size_t high = numbers_.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        (x_of(middle) > x ? high : low) = x_of(middle) > x ? middle : middle + 1;
    }
    if (low == numbers_.size()) return static_cast<double>(low - 1);
    const double from = x_of(low - 1);
    return static_cast<double>(low - 1) + (x - from) / (x_of(low) - from);
}

double EpochAxis::snapped_playhead_at(double x, double reach) const {
    const double exact = playhead_at(x);
    const double nearest = std::round(exact);
    const double pixels = std::abs(x_at(nearest) - x);
    return pixels < reach && std::abs(exact - nearest) < 0.2 ? nearest : exact;
}

bool EpochAxis::gap_after(std::size_t epoch) const {
    return epoch + 1 < numbers_.size() && number_of(epoch + 1) - number_of(epoch) > median_;
}

std::vector<std::size_t> EpochAxis::labelled(double width) const {
    std::vector<std::size_t> labels;
    if (numbers_.empty()) return labels;
    // Round numbers: epochs whose number is a multiple of the step, the first and the last.
    const double span = number_of(numbers_.size() - 1) - number_of(0);
    const double min_step = span > 0 ? width * span / std::max(right_ - left_, 1.0) : 1;
    double step = std::pow(10, std::floor(std::log10(std::max(min_step, 1.0))));
    for (const double factor : {2.0, 2.5, 2.0}) {
        if (step < min_step) step *= factor;
    }
    const auto fits = [&](std::size_t epoch) {
        return std::all_of(labels.begin(), labels.end(), [&](std::size_t other) {
            return std::abs(x_of(epoch) - x_of(other)) >= width;
        });
    };
    labels.push_back(0);
    if (const std::size_t last = numbers_.size() - 1; fits(last)) labels.push_back(last);
    for (std::size_t i = 1; i < numbers_.size(); ++i) {
        if (std::fmod(number_of(i), step) == 0 && fits(i)) labels.push_back(i);
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

}  // namespace epochscope::app
