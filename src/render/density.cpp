#include "render/bands.h"
#include "render/density_band.h"
#include "render/placed_dots.h"

#include <epochscope/compute/threads.h>
#include <epochscope/render/density.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

namespace {

/// Draws the density of some samples of a frame band by band.
class ShareDensity {
  public:
    ShareDensity(const Frame& frame, Share fraction, const ToneTable& tones,
                 const std::stop_token& stop)
        : frame_(frame),
          stride_(fraction == Share::picked ? frame.points.picked_stride : frame.points.stride),
          opacity_(fraction == Share::picked ? frame.density->picked_opacity
                                             : frame.density->opacity),
          tones_(tones),
          stop_(stop),
          dots_(bin_points(frame.points, fraction, frame.size,
                           static_cast<float>(DensityBand::margin_of(*frame.density)), stop)) {}

    /// R, G, B and straight alpha.
    [[nodiscard]] std::vector<std::uint8_t> shown(std::size_t band) const {
        const int top = static_cast<int>(band) * band_height;
        DensityBand density(frame_.size.width, top, std::min(top + band_height, frame_.size.height),
                            *frame_.density, stride_, opacity_);
        dots_.for_each_run(band, [&](auto run) {
            end_if_stopped(stop_);
            density.count(run);
        });
        return density.shown(tones_);
    }

  private:
    const Frame& frame_;
    std::size_t stride_;
    float opacity_;
    const ToneTable& tones_;
    const std::stop_token& stop_;
    Bins<Dot> dots_;
};

/// Draws pixels with straight alpha over others of the same number.
void lay_over(std::span<std::uint8_t> below, std::span<const std::uint8_t> above) {
    for (std::size_t p = 0; p < below.size(); p += 4) {
        if (above[p + 3] == 0) continue;
        const float over = static_cast<float>(above[p + 3]) / 255;
        const float rest = static_cast<float>(below[p + 3]) / 255 * (1 - over);
        const float whole = over + rest;
        for (std::size_t c = 0; c < 3; ++c) {
            const float mixed =
                static_cast<float>(above[p + c]) * over + static_cast<float>(below[p + c]) * rest;
            below[p + c] = static_cast<std::uint8_t>(std::lround(mixed / whole));
        }
        below[p + 3] = static_cast<std::uint8_t>(std::lround(255 * whole));
    }
}

void draw_density(const Frame& frame, const std::stop_token& stop, Image& image) {
    const ToneTable tones(frame.density->full);
    const ShareDensity others(frame, Share::others, tones, stop);
    std::optional<ShareDensity> picked;
    if (frame.points.picked) picked.emplace(frame, Share::picked, tones, stop);
    const std::size_t row_bytes = 4 * static_cast<std::size_t>(frame.size.width);
    tbb::parallel_for(std::size_t{0}, band_count(frame.size), [&](std::size_t band) {
        std::vector<std::uint8_t> rows = others.shown(band);
        if (picked) lay_over(rows, picked->shown(band));
        const std::size_t first = band * band_height * row_bytes;
        std::copy(rows.begin(), rows.end(),
                  image.rgba.begin() + static_cast<std::ptrdiff_t>(first));
    });
}

}  // namespace

Image density_image(const Frame& frame, int threads, const std::stop_token& stop) {
    Image image({std::max(frame.size.width, 0), std::max(frame.size.height, 0)});
    if (!frame.density || image.rgba.empty()) return image;
    on_threads(threads, [&] { draw_density(frame, stop, image); });
    return image;
}

}  // namespace epochscope
