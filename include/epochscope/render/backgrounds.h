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

/// Whether a dataset has a landscape and no backgrounds of its own, and the style wants it.
bool shows_landscape(const Dataset& dataset, const Style& style);

/// Whether that landscape is painted between epochs too.
bool shows_between(const Dataset& dataset, const Style& style);

/// What lies behind the samples as a view wants it: the dataset's own backgrounds; where it has
/// none, its landscape, painted in the view's colours and so; null where neither is shown.
/// Of a landscape there are `steps` pictures from each epoch to the next (see backgrounds_between),
/// of other backgrounds one. Threads: see Landscape::paint.
std::shared_ptr<const BackgroundSource> backgrounds_to_show(const Dataset& dataset,
                                                            const ViewState& view,
                                                            const Cutout& landscape,
                                                            int threads = 0, std::size_t steps = 1);

/// Whether a part of what a view shows behind the samples can be painted at a moment: it is a
/// landscape, and the model's own at both epochs.
bool paints_parts(const Dataset& dataset, const ViewState& view, const Moment& moment);

/// What a canvas shows of a frame, as a picture with a pixel for each of the canvas's whose centre
/// lies in the frame; nothing where the camera looks past it.
std::optional<Cutout> visible_cutout(const Box& frame, const Camera& camera, Size canvas);

/// The colours of classes in a view: its own, else those of the classes.
std::vector<Colour> colours_in(const ViewState& view, const Classes& classes);

}  // namespace epochscope
