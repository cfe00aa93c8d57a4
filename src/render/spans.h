#pragma once

#include <algorithm>

namespace epochscope {

/// Whole pixels from `first` up to, not including, `last`.
struct Span {
    int first;
    int last;
};

/// The pixels among low..high - 1 whose centres lie strictly between two places; low is not
/// negative.
inline Span pixels_between(double from, double to, int low, int high) {
    const double first = std::clamp<double>(from + 0.5, low, high);
    const double last = std::clamp<double>(to - 0.5, low, high);
    // Nothing is negative here, so truncation is floor.
    const int whole = static_cast<int>(last);
    return {static_cast<int>(first), whole < last ? whole + 1 : whole};
}

}  // namespace epochscope
