#pragma once

#include <epochscope/model/axes.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/preserved_levels.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/render/frame.h>
#include <epochscope/render/view_state.h>

#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope {

/// The decoded backgrounds of the two epochs around the playhead; null where there is none (yet).
struct BackgroundPair {
    std::shared_ptr<const Image> from;
    std::shared_ptr<const Image> to;
    /// By how much the latter counts, 0..1, where that is not the playhead's share: pictures of
    /// other moments than epochs.
    std::optional<float> t = {};
    /// The part of the plane that the pictures cover; nothing: the series' frame.
    std::optional<Box> part = {};
    /// Opaque pictures of a part, which lie over these; null: none.
    std::shared_ptr<const BackgroundPair> detail = {};
};

/// What is to be drawn of `series` as `view` looks at it, on a canvas of `size` device pixels.
/// Shared by the window and the export: what is exported is what is seen.
///
/// Positions are interpolated, backgrounds cross-faded; predictions, confidence and neighbours are
/// those of the last epoch reached. With a selection, everything but it, its neighbours and what is
/// picked steps back; with picked samples or a batch, everything but them. Many samples are shown
/// as the view's style says (see PointMode), judged by at most 65,536 of them. O(1) without
/// highlights and class names; a class's name stands at the median of at most 4,096 of its samples,
/// evenly chosen.
///
/// With a `stride` above 1 (see PointLayer) the frame is a coarse one that looks about as dense: of
/// the samples and the rings around wrong predictions it has one of each `stride`, more opaque for
/// it; what is selected, its neighbours and links are all there.
///
/// `kept` is what samples are coloured by where the style wants that; it must outlive the frame.
/// Where `axes` names what the plane's directions mean, the style's axes are shown with lines,
/// ticks and these names: at most some 8 ticks a side, at multiples of 1, 2 or 5 times a power of
/// ten.
///
/// Of `prototypes` the level is shown that the view wants: as stars at the playhead, linked with
/// the selected samples, and what a batch that was drawn has of them.
Frame compose(const EpochSeries& series, const ViewState& view, Size size,
              const BackgroundPair& backgrounds = {}, std::size_t stride = 1,
              const PreservedLevels* preserved = nullptr, const Axes* axes = nullptr,
              const Prototypes* prototypes = nullptr);

/// The same of an open folder, with what it knows of its samples, axes and prototypes.
Frame compose(const Dataset& dataset, const ViewState& view, Size size,
              const BackgroundPair& backgrounds = {}, std::size_t stride = 1);

/// Where the samples lie over the epochs (those of hidden classes and those that are nowhere left
/// out; the frame where nothing is left). Of a series of more than 16 million positions, only as
/// many epochs are looked at as hold so many (at least two), evenly chosen with the first and the
/// last: what strays in between may be missed, what strays at one of them is not. Throws Cancelled
/// soon after `stop` is asked for.
Box content_box(const EpochSeries& series, const std::vector<bool>& hidden,
                const std::stop_token& stop = {});

}  // namespace epochscope
