#pragma once

#include "render/lanes.h"

#include <epochscope/model/geometry.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Some rows of the picture while they are drawn: a plane for each of red, green and blue, so that
/// neighbouring pixels are blended alike. Rows are padded on the right, and what is drawn there is
/// lost.
class Strip {
  public:
    Strip(int width, int top, int bottom)
        : width_(width),
          top_(top),
          bottom_(bottom),
          stride_(static_cast<std::size_t>(width) + lane_count),
          plane_size_(stride_ * static_cast<std::size_t>(bottom - top)),
          planes_(3 * plane_size_) {}

    [[nodiscard]] int width() const { return width_; }
    /// The first row, and the one after the last, in rows of the picture.
    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int bottom() const { return bottom_; }

    /// From pixel (x, y) of a plane (0 red, 1 green, 2 blue) rightwards.
    [[nodiscard]] std::uint8_t* at(std::size_t plane, int x, int y) {
        return planes_.data() + plane * plane_size_ + static_cast<std::size_t>(y - top_) * stride_ +
               static_cast<std::size_t>(x);
    }

    void fill(Colour colour) {
        for (std::size_t c = 0; c < 3; ++c)
            std::fill_n(planes_.data() + c * plane_size_, plane_size_, channels_of(colour)[c]);
    }

    /// Blends one colour over `lane_count` pixels from (x, y) on.
    void blend(int x, int y, Alphas alphas, Colour colour) {
        std::uint8_t* pixels = at(0, x, y);
        for (const std::uint16_t channel : channels_of(colour)) {
            // No sum exceeds 255 * 255.
            store(divide_by_255(alphas * channel + load(pixels) * (255 - alphas)), pixels);
            pixels += plane_size_;
        }
    }

    /// Blends two colours that share the pixels between them: their alphas add up to at most 255.
    void blend(int x, int y, Alphas alphas, Colour colour, Alphas other_alphas, Colour other) {
        std::uint8_t* pixels = at(0, x, y);
        const Alphas rest = 255 - alphas - other_alphas;
        for (std::size_t c = 0; c < 3; ++c) {
            const std::uint16_t channel = channels_of(colour)[c];
            const std::uint16_t other_channel = channels_of(other)[c];
            store(divide_by_255(alphas * channel + other_alphas * other_channel +
                                load(pixels) * rest),
                  pixels);
            pixels += plane_size_;
        }
    }

    /// Writes the rows as R, G, B, 255 into the picture.
    void copy_to(std::span<std::uint8_t> rgba) {
        for (int y = top_; y < bottom_; ++y) {
            const std::uint8_t* red = at(0, 0, y);
            const std::uint8_t* green = at(1, 0, y);
            const std::uint8_t* blue = at(2, 0, y);
            const auto width = static_cast<std::size_t>(width_);
            std::uint8_t* out = rgba.data() + static_cast<std::size_t>(y) * width * 4;
            for (std::size_t x = 0; x < width; ++x) {
                out[4 * x] = red[x];
                out[4 * x + 1] = green[x];
                out[4 * x + 2] = blue[x];
                out[4 * x + 3] = 255;
            }
        }
    }

  private:
    static constexpr std::array<std::uint8_t, 3> channels_of(Colour colour) {
        return {colour.r, colour.g, colour.b};
    }

    int width_;
    int top_;
    int bottom_;
    std::size_t stride_;
    std::size_t plane_size_;
    std::vector<std::uint8_t> planes_;
};

}  // namespace epochscope
