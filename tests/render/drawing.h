#pragma once

#include <epochscope/render/raster.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope::tests {

inline constexpr Colour white{255, 255, 255};
inline constexpr Colour black{0, 0, 0};

inline Frame empty_frame(Size size) {
    Frame frame;
    frame.size = size;
    return frame;
}

inline Image drawn(const Frame& frame, int threads = 1) {
    Image image(frame.size);
    raster(frame, image, threads);
    return image;
}

inline Colour at(const Image& image, int x, int y) {
    const auto i = 4 * static_cast<std::size_t>(y * image.size.width + x);
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], image.rgba[i + 3]};
}

/// The red channels of a row.
inline std::vector<int> row_of(const Image& image, int y) {
    std::vector<int> row;
    row.reserve(static_cast<std::size_t>(image.size.width));
    for (int x = 0; x < image.size.width; ++x) row.push_back(at(image, x, y).r);
    return row;
}

/// Samples whose places are pixels, y downwards.
struct Points {
    std::vector<Point> places;
    std::vector<std::int32_t> classes;
    std::vector<float> confidence;

    [[nodiscard]] PointLayer layer(float radius) const {
        PointLayer points;
        points.from = places;
        points.to = places;
        points.mapping = {1, 1, 0, 0};
        points.radius = radius;
        points.colour_index = classes;
        points.labels = classes;
        points.confidence = confidence;
        points.palette = {{200, 100, 0}, {0, 100, 200}};
        return points;
    }
};

}  // namespace epochscope::tests
