#pragma once

#include <epochscope/model/axes.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/model/preserved_levels.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/render/frame.h>
#include <epochscope/render/view_state.h>

#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope {

/// The decoded backgrounds of the two epochs around the playhead; null if there is none (yet).
struct BackgroundPair {
    std::shared_ptr<const Image> from;
    std::shared_ptr<const Image> to;
    /// The weight of `to`, 0..1, if it differs from the playhead's: pictures between epochs.
    std::optional<float> t = {};
    /// The part of the plane that the pictures cover; nothing: the frame of the series.
    std::optional<Box> part = {};
    /// Opaque pictures of a part, drawn over these; null: none.
    std::shared_ptr<const BackgroundPair> detail = {};
};

/// Composes the frame of a view of `series` on a canvas of `size` device pixels, for the window and
/// the export alike.
///
/// Interpolates positions and cross-fades backgrounds. Predictions, confidence and neighbours are
/// those of the last epoch reached. With a selection, everything else but its neighbours and picked
/// samples is dimmed; with picked samples or a batch, everything but them. PointMode decides how
/// many samples are shown; it examines at most 65,536 of them. A class name is at the median of at
/// most 4,096 evenly chosen samples. O(1) without highlights, class names and pictures of samples.
///
/// With a `stride` above 1 (see PointLayer), the frame is coarse: it has one of each `stride`
/// samples and rings around wrong predictions, more opaque, so that the density looks similar. The
/// selection, its neighbours and links are complete.
///
/// `preserved` are levels to colour samples by; it must outlive the frame. With `axes`, axes have
/// lines, about 8 ticks a side, and these names. Of `prototypes`, the level of the view is shown:
/// stars at the playhead, links to selected samples, and the prototypes of a drawn batch.
Frame compose(const EpochSeries& series, const ViewState& view, Size size,
              const BackgroundPair& backgrounds = {}, std::size_t stride = 1,
              const PreservedLevels* preserved = nullptr, const Axes* axes = nullptr,
              const Prototypes* prototypes = nullptr);

/// Composes the frame of an open folder, with its preserved neighbours, axes and prototypes. If the
/// folder has pictures of samples, the frame's pictures have no images yet: see set_images.
Frame compose(const Dataset& dataset, const ViewState& view, Size size,
              const BackgroundPair& backgrounds = {}, std::size_t stride = 1);

/// The bounding box of the samples over the epochs, without hidden classes, samples that a filter
/// leaves out (null: none) and positions that are not finite; the frame if none are left. Examines
/// at most 16 million positions: of longer series, evenly chosen epochs with the first and the
/// last, at least two. Throws Cancelled.
Box content_box(const EpochSeries& series, const std::vector<bool>& hidden,
                const PickedSamples* filter = nullptr, const std::stop_token& stop = {});

}  // namespace epochscope
