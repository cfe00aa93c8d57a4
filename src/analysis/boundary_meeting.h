#pragma once

#include <epochscope/model/head.h>

#include <cstdint>
#include <optional>
#include <span>

namespace epochscope {

/// Two samples, each with its logits, and the classes that a head puts them into.
struct Segment {
    std::span<const float> from;
    std::span<const float> to;
    std::span<const double> logits_from;
    std::span<const double> logits_to;
    std::int32_t class_from = 0;
    std::int32_t class_to = 0;
};

/// How far from one sample to the other the two classes' logits meet, by a linear head: closed
/// form. Nothing where a third class is above them there.
std::optional<double> linear_meeting(const Segment& segment);

/// The same by asking a head that may be anything: the segment is cut into sixteen parts four times
/// over, all of which are asked for at once, and is straight in the last of them. Where the logits
/// meet more than once, it is the first meeting that is seen. Nothing too where the head gives no
/// numbers.
std::optional<double> asked_meeting(const Segment& segment, const ClassifierHead& head);

}  // namespace epochscope
