#pragma once

#include "render/bins.h"
#include "render/density_tone.h"
#include "render/dots.h"

#include <epochscope/render/frame.h>

#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The density of some rows of the picture: samples are counted, then drawn.
class DensityBand {
  public:
    /// Rows top..bottom - 1 of a picture. Each sample represents `sample_stride` samples. `opacity`
    /// replaces that of the layer.
    DensityBand(int width, int top, int bottom, const DensityLayer& layer,
                std::size_t sample_stride, float opacity);

    /// The distance in pixels at which samples outside the band affect it.
    static int margin_of(const DensityLayer& layer);

    void count(std::span<const Dot> dots);
    /// R, G, B and straight alpha of the rows, without padding: see density.h.
    std::vector<std::uint8_t> shown(const ToneTable& tones) const;

  private:
    using Cell __attribute__((vector_size(16))) = std::uint32_t;

    [[nodiscard]] const Cell& cell(int x, int y) const {
        return cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_) +
                      static_cast<std::size_t>(x)];
    }
    void show_counts(const ToneTable& tones, std::vector<std::uint8_t>& rgba) const;
    void show_outliers(std::vector<std::uint8_t>& rgba) const;
    /// 1 for an isolated sample, 0 in a crowd.
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
    /// The sums of red, green and blue, and the number of samples, for each pixel of the band and
    /// its margin.
    std::vector<Cell> cells_;
};

}  // namespace epochscope
