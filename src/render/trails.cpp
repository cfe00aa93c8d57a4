#include "render/trails.h"

#include <cmath>

namespace epochscope {

namespace {

constexpr float faintest = 0.14F;
constexpr float strongest = 0.85F;
/// The epochs after which the strength of a trail is 1/e.
constexpr double fading = 3;
/// The future is slightly fainter than the past.
constexpr float future_fraction = 0.7F;
/// The range of dots around the playhead, in epochs.
constexpr double dotted_epochs = 4;
constexpr float trail_width = 1.75F;
constexpr float dot_radius = 2;

}  // namespace

float trail_alpha(double distance) {
    const auto strength = static_cast<float>(std::exp(-std::abs(distance) / fading));
    const float alpha = faintest + (strongest - faintest) * strength;
    return distance > 0 ? alpha * future_fraction : alpha;
}

void add_trail(const Scene& scene, std::size_t sample, Frame& frame) {
    const EpochSeries& series = scene.series();
    const Colour colour = scene.label_colour_of(sample);
    const Moment& now = scene.moment();
    const auto at_epoch = [&](std::size_t e) {
        return scene.mapping().to_pixel(series.positions(e)[sample]);
    };
    // A sample has no place at epochs where it is absent.
    const auto is_somewhere = [](Pixel p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    const auto add_piece = [&](Pixel from, Pixel to, double middle) {
        if (!is_somewhere(from) || !is_somewhere(to)) return;
        const float alpha = trail_alpha(middle - scene.playhead());
        frame.lines.push_back({from, to, faded(colour, alpha), scene.px(trail_width), false});
    };
    for (std::size_t e = 0; e + 1 < series.epoch_count(); ++e) {
        const auto epoch = static_cast<double>(e);
        if (e == now.from && now.t > 0) {
            // Split at the playhead into past and future.
            const Pixel here = scene.pixel_of(sample);
            add_piece(at_epoch(e), here, (epoch + scene.playhead()) / 2);
            add_piece(here, at_epoch(e + 1), (epoch + 1 + scene.playhead()) / 2);
        } else {
            add_piece(at_epoch(e), at_epoch(e + 1), epoch + 0.5);
        }
    }
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        const double distance = static_cast<double>(e) - scene.playhead();
        if (distance == 0 || std::abs(distance) > dotted_epochs) continue;
        Marker dot;
        dot.centre = at_epoch(e);
        if (!is_somewhere(dot.centre)) continue;
        dot.radius = scene.px(dot_radius);
        dot.fill = faded(colour, trail_alpha(distance));
        frame.markers.push_back(dot);
    }
}

}  // namespace epochscope
