#pragma once

#include <epochscope/model/dataset.h>

#include <optional>

namespace epochscope {

/// Decides which way up the backgrounds of a dataset are: as the folder says (`stated`), else as
/// more points agree with, else `lower`. Agreement is looked for, and kept, where nothing is
/// stated.
void settle_origin(Dataset& dataset, std::optional<Origin> stated);

}  // namespace epochscope
