#include <epochscope/export/plot.h>
#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace epochscope {

namespace {

constexpr int min_side = 16;
constexpr int max_side = 4096;
/// Of the side, on each side of the places, as matplotlib has it.
constexpr double margin = 0.045;
/// Around the square, of its side.
constexpr double border = 0.02;
constexpr double title_height = 0.06;

/// The box of the finite places of one or two epochs.
Box box_of(std::span<const Point> from, std::span<const Point> to) {
    constexpr float huge = std::numeric_limits<float>::max();
    Box box{{huge, huge}, {-huge, -huge}};
    for (const std::span<const Point> places : {from, to})
        for (const Point& p : places) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
            box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
            box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
        }
    return box.min.x <= box.max.x ? box : Box{{0, 0}, {1, 1}};
}

/// Where the square is.
struct Square {
    double left = 0;
    double top = 0;
    double side = 1;
};

Mapping mapping_to(const Square& square, const Box& box) {
    const double inner = square.side * (1 - 2 * margin);
    const auto scale = [&](float low, float high) {
        const double extent = double{high} - low;
        return extent > 0 ? inner / extent : 1;
    };
    Mapping mapping;
    mapping.scale_x = scale(box.min.x, box.max.x);
    mapping.scale_y = -scale(box.min.y, box.max.y);
    const double middle = square.side / 2;
    mapping.offset_x = square.left + middle - mapping.scale_x * (double{box.min.x} + box.max.x) / 2;
    mapping.offset_y = square.top + middle - mapping.scale_y * (double{box.min.y} + box.max.y) / 2;
    return mapping;
}

void add_border(const Square& square, Colour ink, Frame& frame) {
    const auto at = [&](double x, double y) {
        return Pixel{static_cast<float>(std::round(square.left + x * square.side)) + 0.5F,
                     static_cast<float>(std::round(square.top + y * square.side)) + 0.5F};
    };
    for (const auto& [from, to] : {std::pair{at(0, 0), at(1, 0)}, std::pair{at(1, 0), at(1, 1)},
                                   std::pair{at(1, 1), at(0, 1)}, std::pair{at(0, 1), at(0, 0)}})
        frame.legend.push_back({.from = from, .to = to, .colour = ink, .width = 1});
}

}  // namespace

Image render_plot(const Dataset& dataset, double playhead, const PlotOptions& options,
                  const TextPainter& paint_text) {
    if (options.side < min_side || options.side > max_side)
        throw Error("plot", "has a side of ", options.side, " pixels, expected ", min_side, " to ",
                    max_side);
    const double side = options.side;
    const double head = side * (options.title.empty() ? border : title_height);
    const Square square{side * border, head, side * (1 - 2 * border)};
    const Size size{options.side, static_cast<int>(std::ceil(head + square.side + side * border))};
    ViewState view;
    view.playhead = playhead;
    view.style.axes = view.style.background = view.style.landscape = view.style.trails = false;
    view.style.epoch_number = view.style.class_names = false;
    view.style.opacity_by_confidence = false;
    view.style.points = PointMode::points;
    view.style.point_radius = options.radius;
    Frame frame = compose(dataset.series, view, size);
    frame.points.opacity = 1;
    const Moment moment = moment_at(playhead, dataset.series.epoch_count());
    frame.points.mapping = mapping_to(
        square, box_of(dataset.series.positions(moment.from), dataset.series.positions(moment.to)));
    add_border(square, view.style.ink, frame);
    if (!options.title.empty())
        frame.texts.push_back({.words = options.title,
                               .at = {static_cast<float>(side / 2), static_cast<float>(head / 2)},
                               .role = TextRole::class_name,
                               .colour = view.style.ink,
                               .height = static_cast<float>(side * title_height / 2)});
    Image picture(size);
    raster(frame, picture);
    if (paint_text) paint_text(picture, frame);
    if (const auto what = dataset.series.fault()) throw Error(*what);
    return picture;
}

}  // namespace epochscope
