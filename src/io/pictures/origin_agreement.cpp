#include "io/pictures/backgrounds.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

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
    [[nodiscard]] bool is_empty() const { return tints_.empty(); }
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

/// Points on a colour of the background, by colour and predicted class.
class ColourCounts {
  public:
    explicit ColourCounts(std::span<const Colour> colours) : class_of_(colours) {}

    void add(Colour pixel, std::int32_t prediction) {
        if (class_of_.is_empty())
            add_by_colour(pixel, prediction);
        else if (const auto found = class_of_(pixel))
            count(*found == static_cast<std::size_t>(prediction));
    }
    [[nodiscard]] std::size_t decided() const { return decided_; }
    /// The share of the points on a colour that is of their predicted class.
    [[nodiscard]] double fraction() const {
        std::size_t agree = agree_;
        for (const auto& [colour, classes] : by_colour_)
            agree += std::ranges::max_element(classes, {}, [](const auto& entry) {
                         return entry.second;
                     })->second;
        return decided_ == 0 ? 0 : static_cast<double>(agree) / static_cast<double>(decided_);
    }

  private:
    void count(bool agrees) {
        ++decided_;
        if (agrees) ++agree_;
    }
    void add_by_colour(Colour pixel, std::int32_t prediction) {
        // Coarse, since faint tints are rounded.
        constexpr double levels = 8;
        constexpr double min_clear = 3 * min_strength;
        const Tint tint = tint_of(pixel);
        if (tint.strength < min_clear) return;
        std::array<int, 3> colour{};
        for (std::size_t i = 0; i < colour.size(); ++i)
            colour[i] = static_cast<int>(std::lround(levels * tint.direction[i]));
        ++by_colour_[colour][prediction];
        ++decided_;
    }

    ClassByTint class_of_;
    std::size_t decided_ = 0;
    std::size_t agree_ = 0;
    std::map<std::array<int, 3>, std::map<std::int32_t, std::size_t>> by_colour_;
};

Colour pixel_at(const Image& image, int column, int row) {
    const auto at =
        4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.size.width) +
             static_cast<std::size_t>(column));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

/// Nothing without an epoch with background and predictions, or if no point decides. Throws Error
/// if the background cannot be read.
std::optional<Orientation::Agreement> agreement_of(const EpochSeries& series,
                                                   const BackgroundSource& backgrounds) {
    // Without colours of classes, either orientation agrees with some.
    if (series.classes().colours.empty()) return std::nullopt;
    for (std::size_t e = series.epoch_count(); e-- > 0;)
        if (backgrounds.has(e) && !series.epoch(e).predictions.empty())
            return agreement_with(backgrounds.load(e), series.classes(), series.positions(e),
                                  series.epoch(e).predictions, series.frame());
    return std::nullopt;
}

}  // namespace

std::optional<Orientation::Agreement> agreement_with(const Image& image, const Classes& classes,
                                                     std::span<const Point> positions,
                                                     std::span<const std::int32_t> predictions,
                                                     Box frame) {
    const auto [width, height] = image.size;
    const auto colours = std::span(classes.colours)
                             .first(std::min(classes.colours.size(), classes.predictable_count()));
    ColourCounts lower(colours);
    ColourCounts upper(colours);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const float x = (positions[i].x - frame.min.x) / (frame.max.x - frame.min.x);
        const float y = (positions[i].y - frame.min.y) / (frame.max.y - frame.min.y);
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1) || predictions[i] < 0) continue;
        const int column = std::min(static_cast<int>(x * static_cast<float>(width)), width - 1);
        const int row = std::min(static_cast<int>(y * static_cast<float>(height)), height - 1);
        lower.add(pixel_at(image, column, row), predictions[i]);
        upper.add(pixel_at(image, column, height - 1 - row), predictions[i]);
    }
    if (lower.decided() + upper.decided() == 0) return std::nullopt;
    return Orientation::Agreement{lower.fraction(), upper.fraction()};
}

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
