#pragma once

#include <algorithm>

namespace epochscope {

/// The pixels [first, last).
struct Span {
    int first;
    int last;
};

/// The pixels among low..high - 1 whose centres are strictly between two positions; low is not
/// negative.
inline Span pixels_between(double from, double to, int low, int high) {
    const double first = std::clamp<double>(from + 0.5, low, high);
    const double last = std::clamp<double>(to - 0.5, low, high);
    // Values are not negative here, so truncation is floor.
    const int whole = static_cast<int>(last);
    return {static_cast<int>(first), whole < last ? whole + 1 : whole};
}

}  // namespace epochscope
