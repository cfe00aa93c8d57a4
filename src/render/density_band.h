#pragma once

#include "render/bins.h"
#include "render/density_tone.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The density at some rows of the picture: samples are counted, then shown.
class DensityBand {
  public:
    /// Rows top..bottom - 1 of a picture. Each sample counted stands for
    /// `sample_stride` of them. `opacity` is in place of the layer's.
    DensityBand(int width, int top, int bottom, const DensityLayer& layer,
                std::size_t sample_stride, float opacity);

    /// How far beside the band a sample can be seen in it, in pixels.
    static int margin_of(const DensityLayer& layer);

    void count(std::span<const Dot> dots);
    /// R, G, B and straight alpha of the rows, without padding; as density.h has it.
    std::vector<std::uint8_t> shown(const ToneTable& tones) const;

  private:
    using Cell __attribute__((vector_size(16))) = std::uint32_t;

    [[nodiscard]] const Cell& cell(int x, int y) const {
        return cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_) +
                      static_cast<std::size_t>(x)];
    }
    void show_counts(const ToneTable& tones, std::vector<std::uint8_t>& rgba) const;
    void show_outliers(std::vector<std::uint8_t>& rgba) const;
    /// 1 for a sample that is nearly alone, 0 in a crowd.
    [[nodiscard]] float loneliness(int x, int y) const;
    void show_disc(int x, int y, float fraction, std::vector<std::uint8_t>& rgba) const;
    void put(std::uint8_t* pixel, Floats colour, float ink, float alpha) const;

    const DensityLayer& layer_;
    float opacity_;
    int width_;
    int top_;
    int rows_;
    int margin_;
    int stride_;
    float weight_;
    std::uint32_t samples_each_;
    /// Sums of red, green and blue, and the number of samples, of each pixel of the band and of the
    /// margin around it.
    std::vector<Cell> cells_;
};

}  // namespace epochscope
