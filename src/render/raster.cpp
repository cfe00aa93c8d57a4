#include "render/backdrop.h"
#include "render/bands.h"
#include "render/placed_dots.h"
#include "render/shapes.h"
#include "render/strip.h"

#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>
#include <epochscope/render/density.h>
#include <epochscope/render/raster.h>
#include <epochscope/render/sample_pictures.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <span>
#include <vector>

namespace epochscope {

namespace {

BandRange bands_of(Size size, const Line& line) {
    const float reach = line.width / 2 + 1;
    return bands_of(
        size, std::min(line.from.x, line.to.x) - reach, std::min(line.from.y, line.to.y) - reach,
        std::max(line.from.x, line.to.x) + reach, std::max(line.from.y, line.to.y) + reach);
}

BandRange bands_of(Size size, const Marker& marker) {
    return bands_of(size, marker.centre, marker.radius + marker.ring_width + 0.5F);
}

/// The shapes of each band.
template <typename Shape>
Bins<const Shape*> bin_shapes(const std::vector<Shape>& shapes, Size size) {
    return {shapes.size(), band_count(size),
            [&](std::size_t first, std::span<const Shape*> items, std::span<BandRange> ranges) {
                for (std::size_t k = 0; k < items.size(); ++k) {
                    items[k] = &shapes[first + k];
                    ranges[k] = bands_of(size, shapes[first + k]);
                }
            }};
}

/// The samples as discs, or none if density is drawn.
Bins<Dot> bin_discs(const Frame& frame, Share fraction, const std::stop_token& stop) {
    if (frame.density) return {0, 0, [](std::size_t, std::span<Dot>, std::span<BandRange>) {}};
    return bin_points(frame.points, fraction, frame.size, frame.points.radius + 0.5F, stop);
}

void lay_over(Strip& strip, const Image& picture) {
    if (picture.rgba.empty()) return;
    for (int y = strip.top(); y < strip.bottom(); ++y) strip.lay_over(y, picture.rgba);
}

void draw_bands(const Frame& frame, PixelView target, const Image& density, const Image& pictures,
                const std::stop_token& stop) {
    struct Layer {
        bool lightness_inverted;
        std::vector<Backdrop> backdrops;
    };
    std::vector<Layer> layers;
    for (const auto* layer : {&frame.background, &frame.detail})
        if (*layer)
            layers.push_back(
                {(*layer)->lightness_inverted, backdrops_of(**layer, frame.size.width)});
    const auto lines = bin_shapes(frame.lines, frame.size);
    const auto others = bin_discs(frame, Share::others, stop);
    const auto picked = bin_discs(frame, Share::picked, stop);
    const auto trails = bin_shapes(frame.trails, frame.size);
    const auto markers = bin_shapes(frame.markers, frame.size);
    const auto legend = bin_shapes(frame.legend, frame.size);
    tbb::parallel_for(std::size_t{0}, band_count(frame.size), [&](std::size_t band) {
        const int top = static_cast<int>(band) * band_height;
        Strip strip(frame.size.width, top, std::min(top + band_height, frame.size.height));
        strip.fill(frame.canvas);
        for (const Layer& layer : layers)
            draw_backdrops(strip, layer.backdrops, frame.canvas, layer.lightness_inverted);
        lines.for_each_run(band, [&](auto run) {
            for (const Line* line : run) draw_line(strip, *line);
        });
        lay_over(strip, density);
        for (const auto* points : {&others, &picked})
            points->for_each_run(band, [&](auto run) {
                end_if_stopped(stop);
                draw_dots(strip, run, frame.points.radius);
            });
        lay_over(strip, pictures);
        trails.for_each_run(band, [&](auto run) {
            for (const Line* line : run) draw_line(strip, *line);
        });
        markers.for_each_run(band, [&](auto run) {
            for (const Marker* marker : run) draw_marker(strip, *marker);
        });
        legend.for_each_run(band, [&](auto run) {
            for (const Line* line : run) draw_line(strip, *line);
        });
        strip.copy_to(target.rgba);
    });
}

}  // namespace

void raster(const Frame& frame, PixelView target, int threads, const std::stop_token& stop) {
    const auto bytes = std::size_t{4} * static_cast<std::size_t>(std::max(frame.size.width, 0)) *
                       static_cast<std::size_t>(std::max(frame.size.height, 0));
    if (target.size != frame.size || target.rgba.size() != bytes)
        throw Error("raster", "the picture is ", target.size.width, " x ", target.size.height,
                    " pixels (", target.rgba.size(), " bytes), expected ", frame.size.width, " x ",
                    frame.size.height);
    if (bytes == 0) return;
    const Image density = frame.density ? density_image(frame, threads, stop) : Image{};
    const Image pictures = pictures_image(frame);
    on_threads(threads, [&] { draw_bands(frame, target, density, pictures, stop); });
}

}  // namespace epochscope
