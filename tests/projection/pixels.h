#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope::tests {

inline constexpr Colour red{255, 0, 0};
inline constexpr Colour green{0, 128, 0};
inline constexpr Colour blue{0, 0, 255};
inline constexpr Colour white{255, 255, 255};
inline const std::vector<Colour> three{red, green, blue};

inline Colour pixel(const Image& image, int column, int row) {
    const auto at = 4 * static_cast<std::size_t>(row * image.size.width + column);
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

/// So much of a colour, the rest white.
inline Colour thinned(Colour colour, double share) {
    const auto channel = [share](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(share * value + (1 - share) * 255));
    };
    return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

}  // namespace epochscope::tests
