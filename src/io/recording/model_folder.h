#pragma once

#include "io/format.h"

namespace epochscope {

/// The folder of a classifier as DVI and TimeVis prepare it: `Model/Epoch_<k>/train_data.npy`
/// (manual, formats.md).
extern const Format model_folder_format;

}  // namespace epochscope
