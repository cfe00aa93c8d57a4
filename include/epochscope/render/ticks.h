#pragma once

#include <string>
#include <vector>

namespace epochscope {

/// Ticks of an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks {
    double step = 0;
    std::vector<double> values;
};

/// The ticks within low..high, about `at_most` at most; none if the range is empty.
Ticks nice_ticks(double low, double high, int at_most);

/// The label of a tick, with the decimals of its step: "-0.25", "4", "2.0e+07".
std::string tick_label(double place, double step);

/// The approximate width of a label in a font of this height.
float label_width(const std::string& words, float height);

}  // namespace epochscope
