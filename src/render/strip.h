#pragma once

#include <epochscope/model/geometry.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// How many neighbouring pixels are blended at once.
inline constexpr std::size_t lane_count = 8;

/// Alphas of `lane_count` pixels, 0..255.
using Alphas = std::array<std::uint16_t, lane_count>;

/// round(value / 255) for 0..65025; no step exceeds 16 bits.
constexpr std::uint8_t divide_by_255(std::uint16_t value) {
    const auto shifted = static_cast<std::uint16_t>(value + 128U);
    return static_cast<std::uint8_t>(static_cast<std::uint16_t>(shifted + (shifted >> 8U)) >> 8U);
}

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
          planes_(3 * stride_ * static_cast<std::size_t>(bottom - top)) {}

    [[nodiscard]] int width() const { return width_; }
    /// The first row, and the one after the last, in rows of the picture.
    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int bottom() const { return bottom_; }

    /// From pixel (x, y) of a plane (0 red, 1 green, 2 blue) rightwards.
    [[nodiscard]] std::uint8_t* at(std::size_t plane, int x, int y) {
        const std::size_t rows = static_cast<std::size_t>(bottom_ - top_);
        const std::size_t row = plane * rows + static_cast<std::size_t>(y - top_);
        return planes_.data() + row * stride_ + static_cast<std::size_t>(x);
    }

    void fill(Colour colour) {
        const std::size_t plane = planes_.size() / 3;
        for (std::size_t c = 0; c < 3; ++c)
            std::fill_n(planes_.data() + c * plane, plane, channels_of(colour)[c]);
    }

    /// Blends one colour over `lane_count` pixels from (x, y) on.
    void blend(int x, int y, const Alphas& alphas, Colour colour) {
        for (std::size_t c = 0; c < 3; ++c) {
            std::uint8_t* pixels = at(c, x, y);
            const std::uint16_t channel = channels_of(colour)[c];
            for (std::size_t i = 0; i < lane_count; ++i)
                pixels[i] = divide_by_255(static_cast<std::uint16_t>(
                    channel * alphas[i] + pixels[i] * (255 - alphas[i])));
        }
    }

    /// Blends two colours that share the pixels between them: their alphas add up to at most 255.
    void blend(int x, int y, const Alphas& alphas, Colour colour, const Alphas& other_alphas,
               Colour other) {
        for (std::size_t c = 0; c < 3; ++c) {
            std::uint8_t* pixels = at(c, x, y);
            const std::uint16_t channel = channels_of(colour)[c];
            const std::uint16_t other_channel = channels_of(other)[c];
            for (std::size_t i = 0; i < lane_count; ++i)
                pixels[i] = divide_by_255(static_cast<std::uint16_t>(
                    channel * alphas[i] + other_channel * other_alphas[i] +
                    pixels[i] * (255 - alphas[i] - other_alphas[i])));
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
    std::vector<std::uint8_t> planes_;
};

}  // namespace epochscope
