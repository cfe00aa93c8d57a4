#include "io/pictures/backgrounds.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>

namespace epochscope {

namespace {

/// The difference of a colour from white as a direction, which is invariant to mixing with white,
/// so that faint backgrounds match too.
struct Tint {
    std::array<double, 3> direction{};
    double strength = 0;
};

/// Weaker tints count as white.
constexpr double min_strength = 10;

Tint tint_of(Colour colour) {
    const double fraction = colour.a / 255.0;
    Tint tint{
        {fraction * (255 - colour.r), fraction * (255 - colour.g), fraction * (255 - colour.b)}, 0};
    tint.strength = std::hypot(tint.direction[0], tint.direction[1], tint.direction[2]);
    if (tint.strength > 0)
        for (double& part : tint.direction) part /= tint.strength;
    return tint;
}

/// Finds the class with the tint nearest to a pixel's.
class ClassByTint {
  public:
    explicit ClassByTint(std::span<const Colour> colours) {
        for (const Colour& colour : colours) tints_.push_back(tint_of(colour));
    }
    [[nodiscard]] std::optional<std::size_t> operator()(Colour pixel) const {
        const Tint tint = tint_of(pixel);
        if (tint.strength < min_strength) return std::nullopt;
        std::optional<std::size_t> nearest;
        double max = 0;
        for (std::size_t c = 0; c < tints_.size(); ++c) {
            const auto& [x, y, z] = tints_[c].direction;
            const double like =
                x * tint.direction[0] + y * tint.direction[1] + z * tint.direction[2];
            if (tints_[c].strength >= min_strength && like > max) {
                max = like;
                nearest = c;
            }
        }
        return nearest;
    }

  private:
    std::vector<Tint> tints_;
};

/// Counts points on a class colour, and those on the colour of their predicted class.
struct Count {
    std::size_t decided = 0;
    std::size_t agree = 0;
    [[nodiscard]] double fraction() const {
        return decided == 0 ? 0 : static_cast<double>(agree) / static_cast<double>(decided);
    }
};

Colour pixel_at(const Image& image, int column, int row) {
    const auto at =
        4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.size.width) +
             static_cast<std::size_t>(column));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

std::optional<Orientation::Agreement> agreement_with(const Image& image, const EpochSeries& series,
                                                     const Epoch& epoch) {
    const Classes& classes = series.classes();
    const ClassByTint class_of(std::span(classes.colours).first(classes.predictable_count()));
    const Box frame = series.frame();
    const auto [width, height] = image.size;
    Count lower;
    Count upper;
    const auto count = [&](Count& sum, int column, int row, std::int32_t prediction) {
        const auto found = class_of(pixel_at(image, column, row));
        if (!found || prediction < 0) return;
        ++sum.decided;
        if (*found == static_cast<std::size_t>(prediction)) ++sum.agree;
    };
    for (std::size_t i = 0; i < epoch.positions.size(); ++i) {
        const float x = (epoch.positions[i].x - frame.min.x) / (frame.max.x - frame.min.x);
        const float y = (epoch.positions[i].y - frame.min.y) / (frame.max.y - frame.min.y);
        if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) continue;
        const int column = std::min(static_cast<int>(x * static_cast<float>(width)), width - 1);
        const int row = std::min(static_cast<int>(y * static_cast<float>(height)), height - 1);
        count(lower, column, row, epoch.predictions[i]);
        count(upper, column, height - 1 - row, epoch.predictions[i]);
    }
    if (lower.decided + upper.decided == 0) return std::nullopt;
    return Orientation::Agreement{lower.fraction(), upper.fraction()};
}

/// Nothing without an epoch with background and predictions, without class colours, or if no point
/// decides. Throws Error if the background cannot be read.
std::optional<Orientation::Agreement> agreement_of(const EpochSeries& series,
                                                   const BackgroundSource& backgrounds) {
    if (series.classes().colours.empty()) return std::nullopt;
    for (std::size_t e = series.epoch_count(); e-- > 0;)
        if (backgrounds.has(e) && !series.epoch(e).predictions.empty())
            return agreement_with(backgrounds.load(e), series, series.epoch(e));
    return std::nullopt;
}

}  // namespace

Orientation orientation_by_agreement(const EpochSeries& series,
                                     const BackgroundSource& backgrounds) {
    Orientation found;
    try {
        found.agreement = agreement_of(series, backgrounds);
    } catch (const Error& error) {
        found.problem = std::string("background: ") + error.what();
    }
    if (found.agreement && found.agreement->lower != found.agreement->upper)
        found.origin =
            found.agreement->upper > found.agreement->lower ? Origin::upper : Origin::lower;
    return found;
}

}  // namespace epochscope
