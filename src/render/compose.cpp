#include "render/axes.h"
#include "render/crowding.h"
#include "render/density_legend.h"
#include "render/highlight.h"
#include "render/scene.h"

#include <epochscope/render/compose.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace epochscope {

namespace {

constexpr float point_opacity = 0.85F;
/// Fewer samples are shown as they are.
constexpr std::size_t crowd_size = 20000;
/// With more samples than this at a pixel, their density says more than they do.
constexpr double dense_crowd = 24;
constexpr float class_name_height = 14;
/// How much of a class's name is ink: enough to be read where the class's colour is light.
constexpr float class_name_ink = 0.5F;
/// A share of the canvas's height.
constexpr float epoch_number_height = 0.16F;
constexpr float epoch_number_ink = 0.14F;
constexpr float epoch_number_gap = 16;

BackgroundLayer background_of(const Scene& scene, const BackgroundPair& pair) {
    const Box frame = scene.series().frame();
    return {pair.from,
            pair.to,
            scene.moment().t,
            scene.view().background_origin,
            scene.mapping().to_pixel({frame.min.x, frame.max.y}),
            scene.mapping().to_pixel({frame.max.x, frame.min.y}),
            is_dark(scene.style().canvas)};
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
    points.palette = scene.colours();
    if (scene.style().opacity_by_confidence) points.confidence = scene.reached().confidence;
    points.opacity = point_opacity;
    points.labels = scene.series().labels();
    points.hidden = scene.hidden();
    return points;
}

/// Decides between discs and density, and how opaque discs are.
void settle_points(const Scene& scene, Frame& frame) {
    const PointMode wish = scene.style().points;
    const float share = scene.selection().empty() ? 1 : stepped_back;
    PointLayer& points = frame.points;
    if (wish == PointMode::density || points.from.size() >= crowd_size) {
        const Crowding crowding = crowding_of(points, scene.size());
        if (wish == PointMode::density ||
            (wish == PointMode::automatic && crowding.samples_at_a_pixel(points) > dense_crowd))
            add_density(scene, crowding, share, frame);
        points.opacity *= opacity_share(crowding.samples_at_a_pixel(points));
    }
    points.opacity *= share;
}

/// At most two decimals, and no more than need be: "10", "10.5", "10.25".
std::string epoch_words(double number) {
    char text[32];
    const double rounded = std::round(number * 100) / 100;
    const auto end = std::to_chars(std::begin(text), std::end(text), rounded).ptr;
    return {std::begin(text), end};
}

void add_epoch_number(const Scene& scene, Frame& frame) {
    const float gap = scene.px(epoch_number_gap);
    frame.texts.push_back({epoch_words(epoch_number_at(scene.series(), scene.playhead())),
                           {static_cast<float>(scene.size().width) - gap, gap},
                           TextRole::epoch_number,
                           faded(scene.style().ink, epoch_number_ink),
                           static_cast<float>(scene.size().height) * epoch_number_height});
}

/// The middle one; of an even number the mean of the two in the middle.
float median(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

void add_class_names(const Scene& scene, Frame& frame) {
    struct Places {
        std::vector<float> x;
        std::vector<float> y;
    };
    std::vector<Places> classes(scene.series().class_count());
    const std::span<const std::int32_t> labels = scene.series().labels();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!scene.is_visible(i)) continue;
        const Pixel p = scene.pixel_of(i);
        classes[static_cast<std::size_t>(labels[i])].x.push_back(p.x);
        classes[static_cast<std::size_t>(labels[i])].y.push_back(p.y);
    }
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (classes[c].x.empty()) continue;
        frame.texts.push_back({scene.series().classes().names[c],
                               {median(classes[c].x), median(classes[c].y)},
                               TextRole::class_name,
                               blended(scene.colours()[c], scene.style().ink, class_name_ink),
                               scene.px(class_name_height)});
    }
}

}  // namespace

Frame compose(const EpochSeries& series, const ViewState& view, Size size,
              const BackgroundPair& backgrounds) {
    const Scene scene(series, view, size);
    const Style& style = view.style;
    Frame frame;
    frame.size = size;
    frame.canvas = style.canvas;
    if (style.background && (backgrounds.from || backgrounds.to))
        frame.background = background_of(scene, backgrounds);
    frame.points = points_of(scene);
    settle_points(scene, frame);
    if (style.epoch_number) add_epoch_number(scene, frame);
    if (style.axes) add_axes(scene, frame);
    add_highlights(scene, frame);
    if (style.class_names) add_class_names(scene, frame);
    return frame;
}

Box content_box(const EpochSeries& series, const std::vector<bool>& hidden) {
    const auto is_hidden = [&](std::size_t sample) {
        const auto label = static_cast<std::size_t>(series.labels()[sample]);
        return label < hidden.size() && hidden[label];
    };
    std::optional<Box> box;
    for (const Epoch& epoch : series.epochs())
        for (std::size_t i = 0; i < epoch.positions.size(); ++i) {
            if (is_hidden(i)) continue;
            const Point p = epoch.positions[i];
            if (!box) box = Box{p, p};
            box->min = {std::min(box->min.x, p.x), std::min(box->min.y, p.y)};
            box->max = {std::max(box->max.x, p.x), std::max(box->max.y, p.y)};
        }
    return box.value_or(series.frame());
}

}  // namespace epochscope
