#pragma once

#include "io/format.h"

namespace epochscope {

/// `dataset/labels.npy` and `epochs/epoch_<k>/embeddings.npy` (manual, formats.md).
extern const Format recording_format;

}  // namespace epochscope
