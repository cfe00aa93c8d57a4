#pragma once

#include "io/format.h"

namespace epochscope {

/// A folder of `info.json` and arrays (manual, formats.md). Little-endian int32 and float32 arrays
/// stay mapped; only their headers and the labels are read and checked. Others are converted in
/// memory, with a warning if they are large.
extern const Format array_folder_format;

}  // namespace epochscope
