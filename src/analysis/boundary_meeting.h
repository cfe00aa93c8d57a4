#pragma once

#include <epochscope/model/head.h>

#include <cstdint>
#include <optional>
#include <span>

namespace epochscope {

/// Two samples with their logits and predicted classes.
struct Segment {
    std::span<const float> from;
    std::span<const float> to;
    std::span<const double> logits_from;
    std::span<const double> logits_to;
    std::int32_t class_from = 0;
    std::int32_t class_to = 0;
};

/// The fraction of the segment at which the logits of both classes are equal for a linear head;
/// closed form. Nothing if a third class is larger there.
std::optional<double> linear_meeting(const Segment& segment);

/// The same for any head: evaluates it at once on sixteen parts of an interval, four times over,
/// and assumes it linear in the last part. If the logits are equal more than once, the first such
/// point found counts. Nothing if logits are not finite.
std::optional<double> asked_meeting(const Segment& segment, const ClassifierHead& head);

}  // namespace epochscope
