#include "render/density_band.h"

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// Half of the window, without its middle, in which a lone sample has few neighbours.
constexpr int lonely_window = 3;
constexpr std::uint32_t few = 3;
/// The number at which a sample is no longer isolated; it fades in between, so that discs do not
/// appear suddenly.
constexpr std::uint32_t crowd = 11;
constexpr float lonely_alpha = 0.85F;

}  // namespace

DensityBand::DensityBand(int width, int top, int bottom, const DensityLayer& layer,
                         std::size_t sample_stride, float opacity)
    : layer_(layer),
      opacity_(opacity),
      width_(width),
      top_(top),
      rows_(bottom - top),
      margin_(margin_of(layer)),
      stride_(width + 2 * margin_),
      weight_(static_cast<float>(sample_stride)),
      samples_each_(static_cast<std::uint32_t>(sample_stride)),
      cells_(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(rows_ + 2 * margin_)) {}

int DensityBand::margin_of(const DensityLayer& layer) {
    return static_cast<int>(std::ceil(layer.outlier_radius + 0.5F)) + lonely_window;
}

void DensityBand::count(std::span<const Dot> dots) {
    const float left = static_cast<float>(-margin_);
    const float right = static_cast<float>(width_ + margin_);
    const float above = static_cast<float>(top_ - margin_);
    const float below = static_cast<float>(top_ + rows_ + margin_);
    for (const Dot& dot : dots) {
        if (!(dot.x >= left && dot.x < right && dot.y >= above && dot.y < below)) continue;
        // Values are not negative here, so truncation is floor.
        const int x = std::min(static_cast<int>(dot.x - left), stride_ - 1);
        const int y = std::min(static_cast<int>(dot.y - above), rows_ + 2 * margin_ - 1);
        const Colour c = dot.colour;
        cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_) +
               static_cast<std::size_t>(x)] += Cell{c.r, c.g, c.b, 1};
    }
}

std::vector<std::uint8_t> DensityBand::shown(const ToneTable& tones) const {
    std::vector<std::uint8_t> rgba(4 * static_cast<std::size_t>(width_) *
                                   static_cast<std::size_t>(rows_));
    show_counts(tones, rgba);
    show_outliers(rgba);
    return rgba;
}

void DensityBand::show_counts(const ToneTable& tones, std::vector<std::uint8_t>& rgba) const {
    std::vector<Floats> column_sums(static_cast<std::size_t>(stride_));
    std::uint8_t* pixel = rgba.data();
    for (int y = margin_; y < margin_ + rows_; ++y) {
        for (int x = margin_ - 1; x <= margin_ + width_; ++x) {
            const auto floats = [&](int row) {
                return __builtin_convertvector(cell(x, row), Floats);
            };
            column_sums[static_cast<std::size_t>(x)] =
                floats(y - 1) + 2 * floats(y) + floats(y + 1);
        }
        for (int x = margin_; x < margin_ + width_; ++x, pixel += 4) {
            const Floats* sums = column_sums.data() + x;
            const Floats sum = sums[-1] + 2 * sums[0] + sums[1];
            if (sum[3] == 0) continue;
            const Tone tone = tones(sum[3] * weight_);
            put(pixel, sum / sum[3], tone.ink, tone.alpha);
        }
    }
}

void DensityBand::show_outliers(std::vector<std::uint8_t>& rgba) const {
    for (int y = lonely_window; y < rows_ + 2 * margin_ - lonely_window; ++y)
        for (int x = lonely_window; x < stride_ - lonely_window; ++x)
            if (cell(x, y)[3] != 0)
                if (const float fraction = loneliness(x, y); fraction > 0)
                    show_disc(x, y, fraction, rgba);
}

float DensityBand::loneliness(int x, int y) const {
    // Itself and the samples that the others represent.
    const std::uint32_t max = 1 + (crowd - 1) / samples_each_;
    std::uint32_t sum = 0;
    // From the middle outwards, which finds crowds sooner.
    for (const int dy : {0, -1, 1, -2, 2, -3, 3}) {
        for (int dx = -lonely_window; dx <= lonely_window; ++dx) sum += cell(x + dx, y + dy)[3];
        if (sum > max) return 0;
    }
    const std::uint32_t around = 1 + (sum - 1) * samples_each_;
    if (around <= few) return 1;
    return around < crowd ? static_cast<float>(crowd - around) / (crowd - few) : 0;
}

void DensityBand::show_disc(int x, int y, float fraction, std::vector<std::uint8_t>& rgba) const {
    const Floats sum = __builtin_convertvector(cell(x, y), Floats);
    const int reach = margin_ - lonely_window;
    for (int dy = -reach; dy <= reach; ++dy) {
        const int row = y + dy - margin_;
        if (row < 0 || row >= rows_) continue;
        for (int dx = -reach; dx <= reach; ++dx) {
            const int column = x + dx - margin_;
            if (column < 0 || column >= width_) continue;
            const float d = std::sqrt(static_cast<float>(dx * dx + dy * dy));
            const float coverage = std::clamp(layer_.outlier_radius + 0.5F - d, 0.0F, 1.0F);
            put(rgba.data() +
                    4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                         static_cast<std::size_t>(column)),
                sum / sum[3], 0, lonely_alpha * fraction * coverage);
        }
    }
}

void DensityBand::put(std::uint8_t* pixel, Floats colour, float ink, float alpha) const {
    const auto byte = static_cast<std::uint8_t>(std::lround(255 * alpha * opacity_));
    if (byte <= pixel[3]) return;
    const Floats dark{static_cast<float>(layer_.ink.r), static_cast<float>(layer_.ink.g),
                      static_cast<float>(layer_.ink.b), 0};
    const Floats mixed = colour * (1 - ink) + dark * ink + 0.5F;
    for (int c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(mixed[c]);
    pixel[3] = byte;
}

}  // namespace epochscope
