#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The box that the backgrounds of a time-travelling-visualizer run cover. Its generator paints the
/// bounding box of the epochs from the E/3-th on. That box is taken unless the colours under the
/// points of the last epoch with a background agree better with their predictions in box_around.
/// Says which in a warning. `pictures[e]` is the background of an epoch; empty if there is none.
/// Decodes one of them.
Box painted_frame(const EpochSeries& series, std::span<const std::filesystem::path> pictures,
                  std::vector<std::string>& warnings);

}  // namespace epochscope
