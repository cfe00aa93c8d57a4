#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/camera.h>
#include <epochscope/render/view_state.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope {

/// Whether the style shows the landscape: the dataset has one, and no backgrounds.
bool shows_landscape(const Dataset& dataset, const Style& style);

/// Whether that landscape is also painted between epochs.
bool shows_between(const Dataset& dataset, const Style& style);

/// The backgrounds of a view: those of the dataset, or else its landscape in the colours of the
/// view and with this cutout; null if neither is shown. A landscape has `steps` pictures from each
/// epoch to the next (see backgrounds_between), other backgrounds have one. Threads: see
/// Landscape::paint.
std::shared_ptr<const BackgroundSource> backgrounds_to_show(const Dataset& dataset,
                                                            const ViewState& view,
                                                            const Cutout& landscape,
                                                            int threads = 0, std::size_t steps = 1);

/// Whether a part of the background can be painted at a moment: it is a landscape, and by the model
/// at both epochs.
bool paints_parts(const Dataset& dataset, const ViewState& view, const Moment& moment);

/// The part of a frame that is visible on a canvas, with a pixel for each canvas pixel whose centre
/// is in the frame; nothing if no part is visible.
std::optional<Cutout> visible_cutout(const Box& frame, const Camera& camera, Size canvas);

/// The colours of classes in a view, or else those of the classes.
std::vector<Colour> colours_in(const ViewState& view, const Classes& classes);

}  // namespace epochscope
