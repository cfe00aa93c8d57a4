#pragma once

#include "io/visualizer/visualizer_epoch.h"

#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The box that the background of each epoch covers: that of its scale, or else, as its generator
/// computes it, a square around the places with a margin of 10 %. `files` are those of the epochs
/// of the series. Throws Error if a scale is faulty.
std::vector<Box> boxes_of(std::span<const VisualizerEpoch> files, const EpochSeries& series);

/// The smallest box around all; at least one.
Box box_of(std::span<const Box> boxes);

/// The backgrounds of such epochs, each painted into the frame of the series where its box is, and
/// transparent around it. Their row 0 shows the largest y unless `stated`. Null if there are none.
std::shared_ptr<const BackgroundSource> open_boxed_pictures(std::span<const VisualizerEpoch> files,
                                                            const EpochSeries& series,
                                                            std::optional<Origin> stated,
                                                            std::vector<std::string>& warnings);

}  // namespace epochscope
