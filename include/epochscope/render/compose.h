#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/render/frame.h>
#include <epochscope/render/view_state.h>

#include <memory>

namespace epochscope {

/// The decoded backgrounds of the two epochs around the playhead; null where there is none (yet).
struct BackgroundPair {
    std::shared_ptr<const Image> from;
    std::shared_ptr<const Image> to;
};

/// What is to be drawn of `series` as `view` looks at it, on a canvas of `size` device pixels.
/// Shared by the window and the export: what is exported is what is seen.
///
/// Positions are interpolated, backgrounds cross-faded; predictions, confidence and neighbours are
/// those of the last epoch reached. With a selection, everything but it and its neighbours steps
/// back. O(1) a sample that is drawn as a plain point.
Frame compose(const EpochSeries& series, const ViewState& view, Size size,
              const BackgroundPair& backgrounds = {});

/// Where the samples lie over all epochs (those of hidden classes left out; the frame where nothing
/// is left).
Box content_box(const EpochSeries& series, const std::vector<bool>& hidden);

}  // namespace epochscope
