#include "render/axes.h"
#include "render/backdrop.h"
#include "render/class_legend.h"
#include "render/class_names.h"
#include "render/colour_bar.h"
#include "render/crowding.h"
#include "render/density_legend.h"
#include "render/highlight.h"
#include "render/legend_bar.h"
#include "render/named_axes.h"
#include "render/picture_places.h"
#include "render/place_mark.h"
#include "render/prototype_stars.h"
#include "render/scene.h"

#include <epochscope/render/compose.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr float point_opacity = 0.85F;
/// Fewer samples are always shown as points.
constexpr std::size_t crowd_size = 20000;
/// With more samples than this at a pixel, density is more informative.
constexpr double dense_crowd = 24;
/// Up to this many picked samples are all drawn, even in coarse frames.
constexpr std::size_t max_picked_at_once = 16384;
/// A fraction of the canvas height.
constexpr float epoch_number_height = 0.16F;
constexpr float epoch_number_ink = 0.14F;
constexpr float epoch_number_gap = 16;
/// The height of its line, in heights of its font.
constexpr float epoch_number_line = 1.25F;

BackgroundLayer background_of(const Scene& scene, const BackgroundPair& pair) {
    const Box part = pair.part.value_or(scene.series().frame());
    return {pair.from,
            pair.to,
            pair.t.value_or(scene.moment().t),
            scene.view().background_origin,
            scene.mapping().to_pixel({part.min.x, part.max.y}),
            scene.mapping().to_pixel({part.max.x, part.min.y}),
            is_dark(scene.style().canvas)};
}

/// Whether a layer covers the visible part of another.
bool hides(const BackgroundLayer& over, const BackgroundLayer& under, Size canvas) {
    const auto spans = [](float from, float to, float low, float high, int pixels) {
        const auto [first, end] = centres_within(low, high, pixels);
        const auto [over_first, over_end] = centres_within(from, to, pixels);
        return first >= end || (over_first <= first && over_end >= end);
    };
    return spans(over.top_left.x, over.bottom_right.x, under.top_left.x, under.bottom_right.x,
                 canvas.width) &&
           spans(over.top_left.y, over.bottom_right.y, under.top_left.y, under.bottom_right.y,
                 canvas.height);
}

void add_background(const Scene& scene, const BackgroundPair& pair, Frame& frame) {
    if (!scene.style().background) return;
    if (pair.from || pair.to) frame.background = background_of(scene, pair);
    if (!pair.detail) return;
    frame.detail = background_of(scene, *pair.detail);
    // Invisible layers are not drawn.
    if (!frame.background || hides(*frame.detail, *frame.background, scene.size())) {
        frame.background = std::move(frame.detail);
        frame.detail.reset();
    }
}

PointLayer points_of(const Scene& scene) {
    const Moment& moment = scene.moment();
    PointLayer points;
    points.from = scene.series().positions(moment.from);
    points.to = scene.series().positions(moment.to);
    points.t = moment.t;
    points.mapping = scene.mapping();
    points.radius = scene.px(scene.style().point_radius);
    points.colour_index = scene.colour_index();
    points.colour_owner = scene.colour_owner();
    points.palette = scene.palette();
    if (scene.style().opacity_by_confidence) points.confidence = scene.reached().confidence;
    points.opacity = point_opacity;
    points.labels = scene.series().labels();
    points.hidden = scene.hidden();
    points.filter = scene.filter();
    points.stride = scene.stride();
    points.picked = scene.picked();
    if (points.picked && points.picked->count() > max_picked_at_once)
        points.picked_stride = scene.stride();
    return points;
}

/// The opacity of one disc that equals `stride` discs over each other.
float opacity_of_all(float opacity, std::size_t stride) {
    if (stride == 1) return opacity;
    return 1 - std::pow(1 - opacity, static_cast<float>(stride));
}

/// Chooses between discs and density, and the opacity of discs; `others` are highlighted samples.
void settle_points(const Scene& scene, bool others, Frame& frame) {
    const PointMode wish = scene.style().points;
    PointLayer& points = frame.points;
    // Selected samples differ from picked ones by their ring.
    const float fraction =
        scene.selection().empty() && !points.picked && !others ? 1 : stepped_back;
    if (wish == PointMode::density || points.from.size() >= crowd_size) {
        const Crowding crowding = crowding_of(points, scene.size());
        if (wish == PointMode::density ||
            (wish == PointMode::automatic && crowding.samples_at_a_pixel(points) > dense_crowd))
            add_density(scene, crowding, fraction, frame);
        points.opacity *= opacity_fraction(crowding.samples_at_a_pixel(points));
    }
    points.picked_opacity = opacity_of_all(points.opacity, points.picked_stride);
    points.opacity = opacity_of_all(points.opacity * fraction, points.stride);
}

bool shows_batch(const PrototypeView& view) { return view.shown && !view.batch.empty(); }

/// In device pixels.
float epoch_number_bottom(const Scene& scene) {
    if (!scene.style().epoch_number) return 0;
    return scene.px(epoch_number_gap) +
           static_cast<float>(scene.size().height) * epoch_number_height * epoch_number_line;
}

void add_epoch_number(const Scene& scene, Frame& frame) {
    const float gap = scene.px(epoch_number_gap);
    frame.texts.push_back({std::to_string(scene.reached().number),
                           {static_cast<float>(scene.size().width) - gap, gap},
                           TextRole::epoch_number,
                           faded(scene.style().ink, epoch_number_ink),
                           static_cast<float>(scene.size().height) * epoch_number_height});
}

Frame compose(const Scene& scene, const BackgroundPair& backgrounds, bool has_pictures,
              const Prototypes* prototypes) {
    const Style& style = scene.style();
    Frame frame;
    frame.size = scene.size();
    frame.canvas = style.canvas;
    add_background(scene, backgrounds, frame);
    frame.points = points_of(scene);
    settle_points(scene, prototypes != nullptr && shows_batch(scene.view().prototypes), frame);
    add_colour_bar(scene, frame);
    if (style.epoch_number) add_epoch_number(scene, frame);
    if (scene.axes() != nullptr) {
        add_named_axes(scene, frame);
    } else if (style.axes) {
        add_axes(scene, frame);
    }
    if (has_pictures) add_pictures(scene, frame);
    add_highlights(scene, frame);
    const bool has_stars = prototypes != nullptr && add_prototypes(scene, *prototypes, frame);
    add_place_mark(scene, frame);
    if (style.class_names) add_class_names(scene, frame);
    if (style.class_legend)
        add_class_legend(scene, epoch_number_bottom(scene),
                         has_stars || legend_bars(scene, frame) > 0, frame);
    return frame;
}

}  // namespace

Frame compose(const EpochSeries& series, const ViewState& view, Size size,
              const BackgroundPair& backgrounds, std::size_t stride,
              const PreservedLevels* preserved, const Axes* axes, const Prototypes* prototypes) {
    return compose(Scene(series, view, size, stride, preserved, axes), backgrounds, false,
                   prototypes);
}

Frame compose(const Dataset& dataset, const ViewState& view, Size size,
              const BackgroundPair& backgrounds, std::size_t stride) {
    const Scene scene(dataset.series, view, size, stride, dataset.preserved.get(),
                      dataset.axes ? &*dataset.axes : nullptr);
    return compose(scene, backgrounds, dataset.thumbnails != nullptr, dataset.prototypes.get());
}

}  // namespace epochscope
