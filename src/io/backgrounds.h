#pragma once

#include <epochscope/model/dataset.h>

#include <optional>

namespace epochscope {

/// Decides which way up the backgrounds of a dataset are: as the folder says (`stated`), else as
/// more points agree with, else `lower`. Keeps the agreement, if it was looked for and found.
void settle_origin(Dataset& dataset, std::optional<Origin> stated);

}  // namespace epochscope
