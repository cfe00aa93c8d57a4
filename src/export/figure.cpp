#include "export/picture.h"

#include <epochscope/export/figure.h>
#include <epochscope/model/error.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

constexpr double min_side = 10;
constexpr double max_side = 2000;
constexpr int min_part = 16;
constexpr std::size_t max_parts = 100;
// Logical pixels.
constexpr float part_gap = 10;
constexpr float title_letters = 15;
constexpr float title_height = 26;
/// A legend needs a canvas of this size.
constexpr Size legend_canvas{320, 240};
/// The width to height of a picture.
constexpr double usual_shape = 4.0 / 3;

int pixels_of(double millimetres, double resolution) {
    return static_cast<int>(std::lround(millimetres / millimetres_an_inch * resolution));
}

/// The number of columns with which `count` pictures of the usual shape are largest.
int columns_for(int count, Size room) {
    int best = 1;
    double most = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double height =
            std::min(static_cast<double>(room.height) / rows, room.width / usual_shape / columns);
        if (height <= most) continue;
        most = height;
        best = columns;
    }
    return best;
}

/// Where the parts are, from left to right and then downwards.
struct Grid {
    int count;
    int columns;
    int gap;
    int top;
    Size part;

    Grid(int parts, Size room, int gap_between, int above)
        : count(parts), columns(columns_for(parts, room)), gap(gap_between), top(above) {
        const int rows = (count + columns - 1) / columns;
        part = {(room.width - gap * (columns - 1)) / columns,
                (room.height - gap * (rows - 1)) / rows};
        if (part.width < min_part || part.height < min_part)
            throw Error("figure", "has ", count, " pictures, for which ", room.width, "x",
                        room.height, " pixels are too small, expected at least ", min_part, "x",
                        min_part, " for each");
    }
    [[nodiscard]] int left_of(int k) const { return k % columns * (part.width + gap); }
    [[nodiscard]] int top_of(int k) const { return top + k / columns * (part.height + gap); }
};

/// A view of a series with nothing but its legend.
ViewState only_legend(const ViewState& view, Size room) {
    ViewState bare = view;
    Style& style = bare.style;
    style.axes = style.background = style.epoch_number = style.class_names = style.ring_wrong =
        false;
    style.points = PointMode::points;
    bare.selection.clear();
    bare.picked = nullptr;
    bare.place.reset();
    bare.prototypes.shown = false;
    bare.scale = std::min({view.scale, static_cast<double>(room.width) / legend_canvas.width,
                           static_cast<double>(room.height) / legend_canvas.height});
    return bare;
}

void move_left(Frame& frame, float by) {
    for (Line& line : frame.legend) {
        line.from.x -= by;
        line.to.x -= by;
    }
    for (Text& text : frame.texts) text.at.x -= by;
}

/// The legend alone, as high as the room and no wider than it needs; nothing if there is none.
std::optional<Frame> legend_of(const Dataset& dataset, const ViewState& view, Size room) {
    Frame whole =
        compose(dataset.series, only_legend(view, room), room, {}, 1, dataset.preserved.get());
    if (whole.legend.empty()) return std::nullopt;
    Frame frame;
    frame.canvas = whole.canvas;
    frame.legend = std::move(whole.legend);
    frame.texts = std::move(whole.texts);
    float left = std::numeric_limits<float>::max();
    for (const Line& line : frame.legend) left = std::min(left, line.from.x);
    // With half of its border.
    left = std::max(0.0F, std::floor(left - static_cast<float>(view.scale)));
    frame.size = {room.width - static_cast<int>(left), room.height};
    move_left(frame, left);
    return frame;
}

/// Whether a part has no legend itself: several share that of the classes, and small ones have no
/// room.
bool belongs_beside(const Frame& legend, const Grid& grid, double scale) {
    const bool names_classes =
        std::ranges::count(legend.texts, TextRole::class_legend, &Text::role) > 0;
    if (grid.count > 1 && names_classes) return true;
    return grid.part.width < legend_canvas.width * scale ||
           grid.part.height < legend_canvas.height * scale;
}

Frame title_of(const std::string& title, const ViewState& view, Size size) {
    Frame frame;
    frame.size = size;
    frame.canvas = view.style.canvas;
    const auto letters = static_cast<float>(view.scale) * title_letters;
    frame.texts.push_back({.words = title,
                           .at = {static_cast<float>(size.width) / 2,
                                  (static_cast<float>(size.height) - letters) / 2},
                           .role = TextRole::axis_name_x,
                           .colour = view.style.ink,
                           .height = letters});
    return frame;
}

void add_parts(const Dataset& dataset, const FrameRun& run, const Grid& grid, bool with_legend,
               Figure& figure) {
    FrameRun parts = run;
    parts.size = grid.part;
    if (!with_legend) parts.view.style.class_legend = false;
    PictureMaker maker(dataset, parts);
    for (int k = 0; k < grid.count; ++k)
        figure.parts.push_back({maker.frame_at(run.playheads[static_cast<std::size_t>(k)]),
                                grid.left_of(k), grid.top_of(k)});
}

void copy_into(Image& picture, const Image& part, int left, int top) {
    const auto row_bytes = static_cast<std::size_t>(part.size.width) * 4;
    for (int y = 0; y < part.size.height; ++y) {
        const auto from = part.rgba.begin() +
                          static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row_bytes);
        const std::size_t pixel =
            static_cast<std::size_t>(top + y) * static_cast<std::size_t>(picture.size.width) +
            static_cast<std::size_t>(left);
        std::copy_n(from, row_bytes, picture.rgba.begin() + static_cast<std::ptrdiff_t>(4 * pixel));
    }
}

}  // namespace

FigureSize size_on_screen(Size pixels, double scale) {
    const double millimetres = millimetres_an_inch / screen_resolution / scale;
    return {pixels, pixels.width * millimetres, pixels.height * millimetres};
}

FigureSize size_on_paper(double width, double height) {
    for (const double side : {width, height})
        if (!(side >= min_side && side <= max_side))
            throw Error("size", "is ", width, " mm x ", height, " mm, expected ", min_side, "..",
                        max_side, " mm for each side");
    const FigureSize size{
        {pixels_of(width, paper_resolution), pixels_of(height, paper_resolution)}, width, height};
    check_size(size.pixels);
    return size;
}

Figure compose_figure(const Dataset& dataset, const FrameRun& run, const std::string& title) {
    check_size(run.size);
    if (run.playheads.empty() || run.playheads.size() > max_parts)
        throw Error("figure", "has ", run.playheads.size(), " pictures, expected 1..", max_parts);
    const auto px = [&run](float length) {
        return static_cast<int>(std::lround(length * static_cast<float>(run.view.scale)));
    };
    const int above = title.empty() ? 0 : std::min(px(title_height), run.size.height);
    Figure figure{run.size, run.view.style.canvas, {}, dataset.series};
    Size room{run.size.width, run.size.height - above};
    const int count = static_cast<int>(run.playheads.size());
    Grid grid(count, room, px(part_gap), above);
    std::optional<Frame> legend = legend_of(dataset, run.view, room);
    if (legend && !belongs_beside(*legend, grid, run.view.scale)) legend.reset();
    if (legend) {
        room.width -= legend->size.width + px(part_gap);
        grid = Grid(count, room, px(part_gap), above);
    }
    add_parts(dataset, run, grid, !legend, figure);
    if (legend) {
        const int left = run.size.width - legend->size.width;
        figure.parts.push_back({*std::move(legend), left, above});
    }
    if (above > 0)
        figure.parts.push_back({title_of(title, run.view, {run.size.width, above}), 0, 0});
    return figure;
}

Image draw_figure(const Figure& figure, const TextPainter& paint_text, int threads) {
    Frame empty;
    empty.size = figure.size;
    empty.canvas = figure.canvas;
    Image picture(figure.size);
    raster(empty, picture, threads);
    for (const FigurePart& part : figure.parts) {
        Image own(part.frame.size);
        raster(part.frame, own, threads);
        if (paint_text) paint_text(own, part.frame);
        copy_into(picture, own, part.left, part.top);
    }
    if (const auto what = figure.series.fault()) throw Error(*what);
    return picture;
}

std::vector<std::size_t> discs_of(const Frame& frame) {
    std::vector<std::size_t> others;
    if (frame.density) return others;
    std::vector<std::size_t> picked;
    const PointLayer& points = frame.points;
    const auto is_on_canvas = [&](Pixel at) {
        const float reach = points.radius;
        return at.x >= -reach && at.x <= static_cast<float>(frame.size.width) + reach &&
               at.y >= -reach && at.y <= static_cast<float>(frame.size.height) + reach;
    };
    for (std::size_t i = 0; i < points.from.size(); ++i) {
        if (points.is_hidden(i) || !points.is_drawn(i) || !(points.alpha_of(i) > 0)) continue;
        // NaN is nowhere.
        if (!is_on_canvas(points.pixel_of(i))) continue;
        (points.is_picked(i) ? picked : others).push_back(i);
    }
    others.insert(others.end(), picked.begin(), picked.end());
    return others;
}

std::size_t disc_count(const Figure& figure) {
    std::size_t count = 0;
    for (const FigurePart& part : figure.parts) count += discs_of(part.frame).size();
    return count;
}

}  // namespace epochscope
