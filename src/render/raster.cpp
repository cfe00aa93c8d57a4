#include "render/backdrop.h"
#include "render/bins.h"
#include "render/shapes.h"
#include "render/strip.h"

#include <epochscope/model/error.h>
#include <epochscope/render/raster.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace epochscope {

namespace {

/// Rows drawn by one task: few enough to stay in a core's cache.
constexpr int band_height = 32;

std::size_t band_count(Size size) {
    return static_cast<std::size_t>((size.height + band_height - 1) / band_height);
}

/// The bands of what reaches from (x0, y0) to (x1, y1); none where it lies beside the canvas or is
/// nowhere.
BandRange bands_of(Size size, float x0, float y0, float x1, float y1) {
    const auto width = static_cast<float>(size.width);
    const auto height = static_cast<float>(size.height);
    if (!(x1 > 0 && y1 > 0 && x0 < width && y0 < height)) return {};
    const float last_row = height - 1;
    const auto band = [last_row](float y) {
        return static_cast<std::uint32_t>(std::clamp(y, 0.0F, last_row)) / band_height;
    };
    return {band(y0), band(y1) + 1};
}

BandRange bands_of(Size size, Pixel centre, float reach) {
    return bands_of(size, centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach);
}

BandRange bands_of(Size size, const Line& line) {
    const float reach = line.width / 2 + 1;
    return bands_of(
        size, std::min(line.from.x, line.to.x) - reach, std::min(line.from.y, line.to.y) - reach,
        std::max(line.from.x, line.to.x) + reach, std::max(line.from.y, line.to.y) + reach);
}

/// Where the samples lie on the canvas; those that are not drawn are nowhere (not a number).
struct PlacedPoints {
    std::unique_ptr<float[]> x;
    std::unique_ptr<float[]> y;
};

PlacedPoints place(const PointLayer& points) {
    const std::size_t count = points.from.size();
    PlacedPoints placed{std::make_unique_for_overwrite<float[]>(count),
                        std::make_unique_for_overwrite<float[]>(count)};
    const auto place_range = [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const Pixel p = points.pixel_of(i);
            placed.x[i] = p.x;
            placed.y[i] = p.y;
        }
        if (points.hidden.empty()) return;
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            if (points.is_hidden(i)) placed.y[i] = std::numeric_limits<float>::quiet_NaN();
    };
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 16384), place_range);
    return placed;
}

Bins<Dot> bin_points(const PointLayer& points, Size size) {
    const PlacedPoints placed = place(points);
    const float reach = points.radius + 0.5F;
    return {points.from.size(), band_count(size),
            [&](std::size_t i) {
                return bands_of(size, {placed.x[i], placed.y[i]}, reach);
            },
            [&](std::size_t i) {
                const Colour colour =
                    points.palette[static_cast<std::size_t>(points.colour_index[i])];
                const float alpha = std::clamp(points.alpha_of(i), 0.0F, 1.0F);
                return Dot{placed.x[i], placed.y[i], colour, alpha * colour.a};
            }};
}

Bins<const Line*> bin_lines(const std::vector<Line>& lines, Size size) {
    return {lines.size(), band_count(size), [&](std::size_t i) { return bands_of(size, lines[i]); },
            [&](std::size_t i) { return &lines[i]; }};
}

Bins<const Marker*> bin_markers(const std::vector<Marker>& markers, Size size) {
    return {markers.size(), band_count(size),
            [&](std::size_t i) {
                const Marker& marker = markers[i];
                return bands_of(size, marker.centre, marker.radius + marker.ring_width + 0.5F);
            },
            [&](std::size_t i) { return &markers[i]; }};
}

std::vector<Backdrop> backdrops_of(const Frame& frame) {
    std::vector<Backdrop> backdrops;
    if (!frame.background) return backdrops;
    const BackgroundLayer& layer = *frame.background;
    const auto add = [&](const std::shared_ptr<const Image>& picture, float weight) {
        if (picture && !picture->rgba.empty() && weight > 0)
            backdrops.emplace_back(*picture, layer, weight, frame.size.width);
    };
    add(layer.from, 1 - layer.t);
    add(layer.to, layer.t);
    return backdrops;
}

void draw_bands(const Frame& frame, PixelView target) {
    const std::vector<Backdrop> backdrops = backdrops_of(frame);
    const auto lines = bin_lines(frame.lines, frame.size);
    const auto dots = bin_points(frame.points, frame.size);
    const auto markers = bin_markers(frame.markers, frame.size);
    tbb::parallel_for(std::size_t{0}, band_count(frame.size), [&](std::size_t band) {
        const int top = static_cast<int>(band) * band_height;
        Strip strip(frame.size.width, top, std::min(top + band_height, frame.size.height));
        strip.fill(frame.canvas);
        draw_backdrops(strip, backdrops, frame.canvas,
                       frame.background && frame.background->lightness_inverted);
        for (const Line* line : lines[band]) draw_line(strip, *line);
        for (const Dot& dot : dots[band]) draw_dot(strip, dot, frame.points.radius);
        for (const Marker* marker : markers[band]) draw_marker(strip, *marker);
        strip.copy_to(target.rgba);
    });
}

}  // namespace

void raster(const Frame& frame, PixelView target, int threads) {
    const auto bytes = std::size_t{4} * static_cast<std::size_t>(std::max(frame.size.width, 0)) *
                       static_cast<std::size_t>(std::max(frame.size.height, 0));
    if (target.size != frame.size || target.rgba.size() != bytes)
        throw Error("raster", "the picture is ", target.size.width, " x ", target.size.height,
                    " pixels (", target.rgba.size(), " bytes), expected ", frame.size.width, " x ",
                    frame.size.height);
    if (bytes == 0) return;
    // More than there are would not be had, and TBB would say so on standard error.
    const int most = tbb::info::default_concurrency();
    tbb::task_arena arena(threads > 0 ? std::min(threads, most) : most);
    arena.execute([&] { draw_bands(frame, target); });
}

}  // namespace epochscope
