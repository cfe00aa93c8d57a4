#pragma once

#include "io/format.h"

namespace epochscope {

/// A folder of `info.json`, `data.json` and backgrounds (manual, formats.md).
extern const Format sequence_scatter_format;

}  // namespace epochscope
