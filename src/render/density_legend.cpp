#include "render/density_legend.h"

#include "render/density_tone.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace epochscope {

namespace {

// Logical pixels, counts and shares.
constexpr float outlier_radius = 1.75F;
constexpr float bar_height = 88;
constexpr float bar_width = 10;
/// From the right and the lower edge, above the axis's labels.
constexpr float side_gap = 20;
constexpr float lower_gap = 40;
constexpr float label_gap = 7;
constexpr float label_height = 11;
constexpr float title_gap = 16;
constexpr float label_ink = 0.75F;
constexpr float plate_alpha = 0.82F;
constexpr float plate_margin = 10;
constexpr float plate_width = 132;
constexpr float least_width = 320;
constexpr float least_height = 240;
/// The densest pixels are somewhat denser than the densest place is on the whole.
constexpr double beyond_densest = 1.5;
constexpr double least_full = 10;
/// Labels are no closer than this share of the bar.
constexpr double least_distance = 0.18;

struct Bar {
    float left;
    float right;
    float top;
    float bottom;
    /// Of a share of the way from 1 (0) to full strength (1).
    [[nodiscard]] float place(double way) const {
        return bottom - (bottom - top) * static_cast<float>(way);
    }
};

Bar bar_of(const Scene& scene) {
    const float right = std::round(static_cast<float>(scene.size().width) - scene.px(side_gap));
    const float bottom = std::round(static_cast<float>(scene.size().height) - scene.px(lower_gap));
    return {right - std::round(scene.px(bar_width)), right,
            bottom - std::round(scene.px(bar_height)), bottom};
}

/// On a small canvas the legend would hide what it explains.
bool has_room(const Scene& scene) {
    return static_cast<float>(scene.size().width) >= scene.px(least_width) &&
           static_cast<float>(scene.size().height) >= scene.px(least_height);
}

/// What lies under the legend would be taken for a part of it.
void add_plate(const Scene& scene, const Bar& bar, Frame& frame) {
    const float margin = scene.px(plate_margin);
    const float right = bar.right + margin;
    const float top = bar.top - scene.px(title_gap) - margin;
    const float bottom = bar.bottom + margin;
    const float middle = (top + bottom) / 2;
    frame.legend.push_back({{right - scene.px(plate_width), middle},
                            {right, middle},
                            faded(scene.style().canvas, plate_alpha),
                            bottom - top,
                            false});
}

void add_bar(const Scene& scene, const Bar& bar, double full, Frame& frame) {
    const Colour grey = blended(scene.style().ink, scene.style().canvas, 0.45F);
    const int rows = static_cast<int>(bar.bottom - bar.top);
    for (int row = 0; row < rows; ++row) {
        const float y = bar.top + static_cast<float>(row) + 0.5F;
        const double way = (bar.bottom - y) / (bar.bottom - bar.top);
        const Tone tone = tone_of(std::pow(full, way), full);
        const Colour colour = blended(grey, scene.style().ink, tone.ink);
        frame.legend.push_back(
            {{bar.left, y}, {bar.right, y}, faded(colour, tone.alpha), 1, false});
    }
}

/// Two digits at most are worth reading: "87", "120", "4300".
std::string count_words(double count) {
    double unit = 1;
    while (count / unit >= 100) unit *= 10;
    return std::to_string(static_cast<long long>(std::round(count / unit) * unit));
}

void add_labels(const Scene& scene, const Bar& bar, double full, Frame& frame) {
    const Colour ink = faded(scene.style().ink, label_ink);
    const float x = bar.left - scene.px(label_gap);
    const auto add = [&](std::string words, double way) {
        frame.texts.push_back(
            {std::move(words), {x, bar.place(way)}, TextRole::legend, ink, scene.px(label_height)});
    };
    for (double count = 1; std::log(count) / std::log(full) < 1 - least_distance; count *= 10)
        add(count_words(count), std::log(count) / std::log(full));
    add(count_words(full) + "+", 1);
    frame.texts.push_back({"Samples in 2\u00d72 pixels",
                           {bar.right, bar.top - scene.px(title_gap)},
                           TextRole::legend_title,
                           ink,
                           scene.px(label_height)});
}

}  // namespace

void add_density(const Scene& scene, const Crowding& crowding, float opacity, Frame& frame) {
    const double full = std::max(4 * crowding.densest * beyond_densest, least_full);
    DensityLayer density;
    density.full = static_cast<float>(full);
    density.opacity = opacity;
    density.outlier_radius = std::clamp(scene.px(outlier_radius), 0.5F, 16.0F);
    density.ink = scene.style().ink;
    frame.density = density;
    if (!has_room(scene)) return;
    const Bar bar = bar_of(scene);
    add_plate(scene, bar, frame);
    add_bar(scene, bar, full, frame);
    add_labels(scene, bar, full, frame);
}

}  // namespace epochscope
