#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Width and height in pixels.
struct Size {
    int width = 0;
    int height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

/// A picture: rows from top to bottom, 4 bytes a pixel (R, G, B, A; straight alpha), no padding.
struct Image {
    Size size;
    std::vector<std::uint8_t> rgba;

    Image() = default;
    /// Transparent black.
    explicit Image(Size s)
        : size(s),
          rgba(static_cast<std::size_t>(s.width) * static_cast<std::size_t>(s.height) * 4) {}
};

/// A view of pixels to draw into, in the layout of Image.
struct PixelView {
    Size size;
    std::span<std::uint8_t> rgba;

    PixelView(Size s, std::span<std::uint8_t> pixels) : size(s), rgba(pixels) {}
    PixelView(Image& image) : size(image.size), rgba(image.rgba) {}  // NOLINT: a view is its image
};

}  // namespace epochscope
