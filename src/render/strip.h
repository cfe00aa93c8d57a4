#pragma once

#include "render/lanes.h"

#include <epochscope/model/geometry.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace epochscope {

/// Rows of the picture in progress, four bytes a pixel as in Image, padded on the right by
/// `lane_count` pixels, whose content is discarded.
class Strip {
  public:
    Strip(int width, int top, int bottom)
        : width_(width),
          top_(top),
          bottom_(bottom),
          stride_(4 * (static_cast<std::size_t>(width) + lane_count)),
          pixels_(stride_ * static_cast<std::size_t>(bottom - top)) {}

    [[nodiscard]] int width() const { return width_; }
    /// The first row, and the one after the last, in rows of the picture.
    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int bottom() const { return bottom_; }

    /// Bytes from a pixel to the one below.
    [[nodiscard]] std::size_t stride() const { return stride_; }
    /// From pixel (x, y) rightwards.
    [[nodiscard]] std::uint8_t* at(int x, int y) {
        return pixels_.data() + static_cast<std::size_t>(y - top_) * stride_ +
               4 * static_cast<std::size_t>(x);
    }

    void fill(Colour colour) {
        const std::array<std::uint8_t, 4> pixel{colour.r, colour.g, colour.b, 255};
        for (std::size_t i = 0; i < pixels_.size(); i += 4)
            std::memcpy(pixels_.data() + i, pixel.data(), 4);
    }

    /// Blends one colour over `lane_count` pixels from (x, y) on.
    void blend(int x, int y, Alphas alphas, Colour colour) {
        std::uint8_t* pixels = at(x, y);
        const Words channels = pixel_pair(colour);
        for (int i = 0; i < lane_count; i += 2, pixels += 8) {
            const Words alpha = alpha_pair(alphas, i);
            // No sum exceeds 255 * 255.
            store(divide_by_255(alpha * channels + load(pixels) * (255 - alpha)), pixels);
        }
    }

    /// Blends two colours whose alphas sum to at most 255.
    void blend(int x, int y, Alphas alphas, Colour colour, Alphas other_alphas, Colour other) {
        std::uint8_t* pixels = at(x, y);
        const Words channels = pixel_pair(colour);
        const Words other_channels = pixel_pair(other);
        for (int i = 0; i < lane_count; i += 2, pixels += 8) {
            const Words alpha = alpha_pair(alphas, i);
            const Words other_alpha = alpha_pair(other_alphas, i);
            const Words rest = 255 - alpha - other_alpha;
            store(divide_by_255(alpha * channels + other_alpha * other_channels +
                                load(pixels) * rest),
                  pixels);
        }
    }

    /// Blends row y of a canvas-sized picture over the strip.
    void lay_over(int y, std::span<const std::uint8_t> rgba) {
        const auto width = static_cast<std::size_t>(width_);
        const std::uint8_t* over = rgba.data() + 4 * width * static_cast<std::size_t>(y);
        std::uint8_t* pixel = at(0, y);
        for (std::size_t x = 0; x < width; ++x, over += 4, pixel += 4) {
            const unsigned alpha = over[3];
            if (alpha == 0) continue;
            for (std::size_t c = 0; c < 3; ++c)
                pixel[c] = static_cast<std::uint8_t>(
                    (over[c] * alpha + pixel[c] * (255 - alpha) + 127) / 255);
        }
    }

    /// Copies the rows into the picture.
    void copy_to(std::span<std::uint8_t> rgba) {
        const std::size_t bytes = 4 * static_cast<std::size_t>(width_);
        for (int y = top_; y < bottom_; ++y)
            std::memcpy(rgba.data() + static_cast<std::size_t>(y) * bytes, at(0, y), bytes);
    }

  private:
    int width_;
    int top_;
    int bottom_;
    std::size_t stride_;
    std::vector<std::uint8_t> pixels_;
};

}  // namespace epochscope
