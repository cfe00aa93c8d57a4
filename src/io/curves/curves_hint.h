#pragma once

#include "io/format.h"

namespace epochscope {

/// What tells that a path holds training curves, which are opened in another way; opens nothing.
extern const Format training_curves_format;

}  // namespace epochscope
