#include "analysis/boundary_meeting.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t parts = 16;
constexpr int rounds = 4;

/// The fraction of an interval at which a line from `before` to `after` is 0.
double crossing(double before, double after) {
    // Both are 0 only if the line is 0.
    return before > after ? before / (before - after) : 0.5;
}

/// Whether another class is larger than both.
bool has_third(const Segment& segment, std::span<const double> logits) {
    const double first = logits[static_cast<std::size_t>(segment.class_from)];
    const double second = logits[static_cast<std::size_t>(segment.class_to)];
    const double top = std::max(first, second);
    for (std::size_t c = 0; c < logits.size(); ++c)
        if (std::cmp_not_equal(c, segment.class_from) && std::cmp_not_equal(c, segment.class_to) &&
            logits[c] > top)
            return true;
    return false;
}

/// A segment on which a head is evaluated.
class Asked {
  public:
    Asked(const Segment& segment, const ClassifierHead& head)
        : segment_(segment), head_(head), classes_(head.class_count()) {}

    /// The logits at fractions of the segment.
    std::span<const float> logits_at(std::span<const double> fractions) {
        rows_.clear();
        rows_.reserve(fractions.size() * segment_.from.size());
        for (const double fraction : fractions)
            for (std::size_t d = 0; d < segment_.from.size(); ++d) {
                const double start = segment_.from[d];
                rows_.push_back(static_cast<float>(start + fraction * (segment_.to[d] - start)));
            }
        logits_.resize(fractions.size() * classes_);
        head_.write_logits(rows_, logits_);
        return logits_;
    }

    /// The lead of the first class in a row of logits.
    [[nodiscard]] double lead(std::span<const float> logits, std::size_t row) const {
        const float* values = &logits[row * classes_];
        return static_cast<double>(values[segment_.class_from]) -
               static_cast<double>(values[segment_.class_to]);
    }

  private:
    const Segment& segment_;
    const ClassifierHead& head_;
    std::size_t classes_;
    std::vector<float> rows_;
    std::vector<float> logits_;
};

}  // namespace

std::optional<double> linear_meeting(const Segment& segment) {
    const auto a = static_cast<std::size_t>(segment.class_from);
    const auto b = static_cast<std::size_t>(segment.class_to);
    const auto first = segment.logits_from;
    const auto second = segment.logits_to;
    const double fraction = crossing(first[a] - first[b], second[a] - second[b]);
    const auto logit = [&](std::size_t c) { return first[c] + fraction * (second[c] - first[c]); };
    const double top = logit(a);
    for (std::size_t c = 0; c < first.size(); ++c)
        if (c != a && c != b && logit(c) > top) return std::nullopt;
    return fraction;
}

std::optional<double> asked_meeting(const Segment& segment, const ClassifierHead& head) {
    Asked asked(segment, head);
    const auto lead_of = [&](std::span<const double> logits) {
        return logits[static_cast<std::size_t>(segment.class_from)] -
               logits[static_cast<std::size_t>(segment.class_to)];
    };
    double start = 0;
    double end = 1;
    double before = lead_of(segment.logits_from);
    double after = lead_of(segment.logits_to);
    std::vector<double> fractions(parts - 1);
    for (int round = 0; round < rounds; ++round) {
        const double step = (end - start) / static_cast<double>(parts);
        for (std::size_t i = 0; i < fractions.size(); ++i)
            fractions[i] = start + step * static_cast<double>(i + 1);
        const auto logits = asked.logits_at(fractions);
        std::size_t i = 0;
        while (i < fractions.size() && asked.lead(logits, i) > 0) ++i;
        if (i > 0) before = asked.lead(logits, i - 1);
        if (i < fractions.size()) after = asked.lead(logits, i);
        end = i < fractions.size() ? fractions[i] : end;
        start = i > 0 ? fractions[i - 1] : start;
    }
    const double fraction = start + (end - start) * crossing(before, after);
    const auto there = asked.logits_at({&fraction, 1});
    const std::vector<double> logits(there.begin(), there.end());
    if (!std::ranges::all_of(logits, [](double value) { return std::isfinite(value); }) ||
        has_third(segment, logits))
        return std::nullopt;
    return fraction;
}

}  // namespace epochscope
