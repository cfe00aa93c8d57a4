#pragma once

#include "io/format.h"

namespace epochscope {

/// The features of one model, without epochs: a `.npy` file of N rows, or a `.npz` file with such
/// an array (manual, formats.md). Labels come from OpenOptions::labels or from the `.npz` file.
extern const Format feature_file_format;

}  // namespace epochscope
