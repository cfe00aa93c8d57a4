#pragma once

#include "io/format.h"

namespace epochscope {

/// A recording with a file for each epoch: `dataset/representation/<k>.npy`, and optionally
/// `dataset/prediction/<k>.npy`, as documented by time-travelling-visualizer (manual, formats.md).
extern const Format epoch_arrays_format;

}  // namespace epochscope
