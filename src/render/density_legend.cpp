#include "render/density_legend.h"

#include "render/density_tone.h"
#include "render/legend_bar.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace epochscope {

namespace {

// Logical pixels, counts and fractions.
constexpr float outlier_radius = 1.75F;
/// Single pixels are somewhat denser than the estimate of the densest one.
constexpr double beyond_densest = 1.5;
constexpr double min_full = 10;
/// The minimum distance of labels as a fraction of the bar.
constexpr double min_tick_distance = 0.18;

/// At most two significant digits: "87", "120", "4300".
std::string count_words(double count) {
    double unit = 1;
    while (count / unit >= 100) unit *= 10;
    return std::to_string(static_cast<long long>(std::round(count / unit) * unit));
}

void add_legend(const Scene& scene, double full, Frame& frame) {
    const LegendBar bar(scene, 0);
    bar.add_title("Samples in 2\u00d72 pixels", frame);
    const Colour grey = blended(scene.style().ink, scene.style().canvas, 0.45F);
    bar.add_rows(
        [&](double way) {
            const Tone tone = tone_of(std::pow(full, way), full);
            return faded(blended(grey, scene.style().ink, tone.ink), tone.alpha);
        },
        frame);
    for (double count = 1; std::log(count) / std::log(full) < 1 - min_tick_distance; count *= 10)
        bar.add_label(count_words(count), std::log(count) / std::log(full), frame);
    bar.add_label(count_words(full) + "+", 1, frame);
}

}  // namespace

void add_density(const Scene& scene, const Crowding& crowding, float opacity, Frame& frame) {
    const double full = std::max(4 * crowding.densest * beyond_densest, min_full);
    DensityLayer density;
    density.full = static_cast<float>(full);
    density.opacity = opacity;
    density.outlier_radius = std::clamp(scene.px(outlier_radius), 0.5F, 16.0F);
    density.ink = scene.style().ink;
    frame.density = density;
    if (LegendBar::has_room(scene)) add_legend(scene, full, frame);
}

}  // namespace epochscope
