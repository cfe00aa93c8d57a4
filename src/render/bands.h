#pragma once

#include "render/bins.h"

#include <epochscope/model/image.h>
#include <epochscope/render/camera.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace epochscope {

/// The rows of a drawing task: few enough for a core's cache.
inline constexpr int band_height = 32;

inline std::size_t band_count(Size size) {
    return static_cast<std::size_t>((size.height + band_height - 1) / band_height);
}

/// The bands of a rectangle from (x0, y0) to (x1, y1); none if it is outside the canvas or not
/// finite.
inline BandRange bands_of(Size size, float x0, float y0, float x1, float y1) {
    const auto width = static_cast<float>(size.width);
    const auto height = static_cast<float>(size.height);
    if (!(x1 > 0 && y1 > 0 && x0 < width && y0 < height)) return {};
    const float last_row = height - 1;
    const auto band = [last_row](float y) {
        return static_cast<std::uint32_t>(std::clamp(y, 0.0F, last_row)) / band_height;
    };
    return {band(y0), band(y1) + 1};
}

inline BandRange bands_of(Size size, Pixel centre, float reach) {
    return bands_of(size, centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach);
}

}  // namespace epochscope
