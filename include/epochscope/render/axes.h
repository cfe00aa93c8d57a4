#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <string>
#include <vector>

namespace epochscope {

/// Round places on an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks {
    double step = 0;
    std::vector<double> values;
};

/// Those within low..high, at most `at_most` of them as far apart as need be; none where the range
/// is empty.
Ticks nice_ticks(double low, double high, int at_most);

/// A tick's place with the decimals that its step has: "-0.25", "4", "2.0e+07".
std::string tick_label(double place, double step);

/// About how wide a label is in a font of this height.
float label_width(const std::string& words, float height);

/// Light grid lines over the canvas and their labels inside its left and bottom edges.
void add_axes(const Scene& scene, Frame& frame);

}  // namespace epochscope
