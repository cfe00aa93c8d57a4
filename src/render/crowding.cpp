#include "render/crowding.h"

#include <algorithm>
#include <cstdint>
#include <numbers>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t max_samples = 65536;
constexpr int cell_size = 16;
constexpr double opaque_crowd = 4;
constexpr double min_fraction = 0.35;

/// One of each `stride` samples; the choice varies, since files are often sorted.
std::size_t chosen(std::size_t k, std::size_t stride) {
    const auto scattered = static_cast<std::uint32_t>(k) * 2654435761U;
    return k * stride + (std::uint64_t{scattered} * stride >> 32U);
}

/// The number of chosen samples in each cell of the canvas.
std::vector<std::uint32_t> count_cells(const PointLayer& points, Size size, std::size_t stride) {
    const int columns = size.width / cell_size + 1;
    const int rows = size.height / cell_size + 1;
    std::vector<std::uint32_t> cells(static_cast<std::size_t>(columns) *
                                     static_cast<std::size_t>(rows));
    for (std::size_t k = 0; k < points.from.size() / stride; ++k) {
        const std::size_t i = chosen(k, stride);
        if (points.is_hidden(i)) continue;
        const Pixel p = points.pixel_of(i);
        const auto width = static_cast<float>(size.width);
        const auto height = static_cast<float>(size.height);
        if (!(p.x >= 0 && p.x < width && p.y >= 0 && p.y < height)) continue;
        const auto row = static_cast<std::size_t>(p.y) / cell_size;
        const auto column = static_cast<std::size_t>(p.x) / cell_size;
        ++cells[row * static_cast<std::size_t>(columns) + column];
    }
    return cells;
}

}  // namespace

double Crowding::samples_at_a_pixel(const PointLayer& points) const {
    const double radius = points.radius;
    return typical * std::numbers::pi * radius * radius;
}

Crowding crowding_of(const PointLayer& points, Size size) {
    if (points.from.empty() || size.width <= 0 || size.height <= 0) return {};
    const std::size_t stride = (points.from.size() + max_samples - 1) / max_samples;
    double all = 0;
    double pairs = 0;
    double max = 0;
    for (const double count : count_cells(points, size, stride)) {
        all += count;
        pairs += count * (count - 1);
        max = std::max(max, count);
    }
    if (all == 0) return {};
    const double scale = static_cast<double>(stride) / (cell_size * cell_size);
    return {pairs / all * scale, max * scale};
}

float opacity_fraction(double samples_at_a_pixel) {
    return static_cast<float>(
        std::clamp(opaque_crowd / std::max(samples_at_a_pixel, opaque_crowd), min_fraction, 1.0));
}

}  // namespace epochscope
