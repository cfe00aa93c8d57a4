#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/classes.h>
#include <epochscope/model/epoch_series.h>

#include <cstdint>
#include <optional>
#include <span>

namespace epochscope {

/// The orientation of the backgrounds of a series by agreement (see open_background_files). Decodes
/// one of them. O(samples).
Orientation orientation_by_agreement(const EpochSeries& series,
                                     const BackgroundSource& backgrounds);

/// The agreement of one background that covers `frame` with the predictions of points. Without
/// colours of classes, a colour stands for the class that most points on it are predicted as.
/// Nothing if no point decides. O(samples).
std::optional<Orientation::Agreement> agreement_with(const Image& image, const Classes& classes,
                                                     std::span<const Point> positions,
                                                     std::span<const std::int32_t> predictions,
                                                     Box frame);

}  // namespace epochscope
