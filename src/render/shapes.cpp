#include "render/shapes.h"

#include "render/spans.h"

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// Calls row(y, span, dy) for the rows of the strip that a disc of this radius touches.
template <typename Row>
void for_each_row(const Strip& strip, Pixel centre, float reach, const Row& row) {
    const Span rows =
        pixels_between(centre.y - reach, centre.y + reach, strip.top(), strip.bottom());
    // The rows of a small disc fit into one block of lanes.
    const bool is_small = 2 * reach <= static_cast<float>(lane_count);
    Span span = pixels_between(centre.x - reach, centre.x + reach, 0, strip.width());
    for (int y = rows.first; y < rows.last; ++y) {
        const float dy = static_cast<float>(y) + 0.5F - centre.y;
        if (!is_small) {
            const float half = std::sqrt(std::max(reach * reach - dy * dy, 0.0F));
            span = pixels_between(centre.x - half, centre.x + half, 0, strip.width());
        }
        row(y, span, dy);
    }
}

/// A line, prepared for drawing by rows.
struct Ray {
    double ax;
    double ay;
    double ux;
    double uy;
    double length;
    double width;
    double dash;
    double period;
};

Ray ray_of(const Line& line) {
    const double dx = double{line.to.x} - line.from.x;
    const double dy = double{line.to.y} - line.from.y;
    const double length = std::hypot(dx, dy);
    const double width = line.width;
    return {line.from.x, line.from.y, dx / length, dy / length,
            length,      width,       4 * width,   line.dashed ? 7 * width : 0};
}

/// Narrows from..to to the x with factor * x between low and high.
void narrow(double factor, double low, double high, double& from, double& to) {
    constexpr double parallel = 1e-12;
    if (std::abs(factor) < parallel) {
        if (low > 0 || high < 0) to = from;
        return;
    }
    const double one = low / factor;
    const double other = high / factor;
    from = std::max(from, std::min(one, other));
    to = std::min(to, std::max(one, other));
}

/// The pixels of row y that the line may touch.
Span touched(const Ray& ray, int y, int width) {
    const double ry = y + 0.5 - ray.ay;
    const double reach = ray.width / 2 + 0.5;
    double from = -ray.ax;
    double to = width - ray.ax;
    narrow(ray.uy, ry * ray.ux - reach, ry * ray.ux + reach, from, to);
    narrow(ray.ux, -0.5 - ry * ray.uy, ray.length + 0.5 - ry * ray.uy, from, to);
    if (!(from < to)) return {0, 0};
    return pixels_between(from + ray.ax, to + ray.ax, 0, width);
}

float line_coverage(const Ray& ray, double x, double y) {
    const double rx = x - ray.ax;
    const double ry = y - ray.ay;
    const double along = rx * ray.ux + ry * ray.uy;
    const double across = std::abs(rx * ray.uy - ry * ray.ux);
    double inside = std::min(along, ray.length - along);
    if (ray.period > 0) {
        const double q = along - ray.period * std::floor(along / ray.period);
        inside = std::min(inside, std::max(std::min(q, ray.dash - q), q - ray.period));
    }
    const double side = std::clamp(ray.width / 2 + 0.5 - across, 0.0, 1.0);
    return static_cast<float>(std::min(side, ray.width) * std::clamp(inside + 0.5, 0.0, 1.0));
}

}  // namespace

void draw_marker(Strip& strip, const Marker& marker) {
    const float inner_reach = marker.radius + 0.5F;
    const auto fill_alpha = static_cast<float>(marker.fill.a);
    const auto ring_alpha = static_cast<float>(marker.ring.a);
    const float outer_reach = marker.radius + marker.ring_width + 0.5F;
    for_each_row(strip, marker.centre, outer_reach, [&](int y, Span span, float dy) {
        for (int x = span.first; x < span.last; x += lane_count) {
            const Lanes d = distances(static_cast<float>(x) + 0.5F - marker.centre.x, dy);
            const Lanes inner{clamp01(inner_reach - d.low), clamp01(inner_reach - d.high)};
            const Lanes outer{clamp01(outer_reach - d.low), clamp01(outer_reach - d.high)};
            const Alphas fill = rounded({inner.low * fill_alpha, inner.high * fill_alpha});
            const Alphas band = rounded(
                {(outer.low - inner.low) * ring_alpha, (outer.high - inner.high) * ring_alpha});
            const Alphas rest = 255 - fill;
            const Alphas ring = band < rest ? band : rest;
            strip.blend(x, y, fill, marker.fill, ring, marker.ring);
        }
    });
}

void draw_line(Strip& strip, const Line& line) {
    const Ray ray = ray_of(line);
    if (!(ray.length > 0) || !std::isfinite(ray.length)) return;
    for (int y = strip.top(); y < strip.bottom(); ++y) {
        const Span span = touched(ray, y, strip.width());
        for (int x = span.first; x < span.last; x += lane_count) {
            Lanes alphas;
            for (int i = 0; i < 4; ++i) {
                alphas.low[i] = line_coverage(ray, x + i + 0.5, y + 0.5) * line.colour.a;
                alphas.high[i] = line_coverage(ray, x + i + 4.5, y + 0.5) * line.colour.a;
            }
            strip.blend(x, y, rounded(alphas), line.colour);
        }
    }
}

}  // namespace epochscope
