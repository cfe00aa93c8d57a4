#pragma once

#include "io/format.h"

namespace epochscope {

/// The folder of TensorBoard's embedding projector: `<step>/<tag>/tensors.tsv` (or `.bytes`) with
/// `metadata.tsv` and a sprite, as SummaryWriter.add_embedding writes it, or what
/// projector_config.pbtxt names, or a pair `tensors.tsv` and `metadata.tsv` (manual, formats.md).
/// Steps are epochs; OpenOptions::projection chooses the tag.
extern const Format projector_run_format;

}  // namespace epochscope
