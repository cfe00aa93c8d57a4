#pragma once

#include "io/format.h"

namespace epochscope {

/// Training signals: they open as no dataset, but what `datamap` reads is said to be that.
extern const Format training_signals_format;

}  // namespace epochscope
