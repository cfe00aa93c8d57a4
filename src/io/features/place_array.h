#pragma once

#include "io/format.h"

namespace epochscope {

/// Places of all samples at every epoch in one array [E, N, 2]: a `.npy` file, or such an array in
/// a `.npz` file that has no features, with labels as for features (manual, formats.md).
extern const Format place_array_format;

}  // namespace epochscope
