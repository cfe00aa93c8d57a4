#include "io/backgrounds.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// Colours whose strongest and weakest part differ by less have no hue that could be trusted.
constexpr int least_spread = 16;

/// The hue in turns, 0..1; nothing for white, grey, black and what is nearly transparent.
std::optional<double> hue_of(Colour colour) {
    const int r = colour.r;
    const int g = colour.g;
    const int b = colour.b;
    const int highest = std::max({r, g, b});
    const int spread = highest - std::min({r, g, b});
    if (spread < least_spread || colour.a < 128) return std::nullopt;
    const auto part = [spread](int from, int to) {
        return static_cast<double>(from - to) / spread;
    };
    double sixths = part(g, b);
    if (highest == g)
        sixths = 2 + part(b, r);
    else if (highest == b)
        sixths = 4 + part(r, g);
    return sixths < 0 ? sixths / 6 + 1 : sixths / 6;
}

/// Finds the class whose colour has the hue nearest to that of a pixel.
class ClassByHue {
  public:
    explicit ClassByHue(const std::vector<Colour>& colours) {
        for (const Colour& colour : colours) hues_.push_back(hue_of(colour));
    }
    [[nodiscard]] std::optional<std::size_t> operator()(Colour pixel) const {
        const std::optional<double> hue = hue_of(pixel);
        std::optional<std::size_t> nearest;
        double least = 1;
        for (std::size_t c = 0; hue && c < hues_.size(); ++c) {
            if (!hues_[c]) continue;
            const double apart = std::abs(*hue - *hues_[c]);
            const double around = std::min(apart, 1 - apart);
            if (around < least) {
                least = around;
                nearest = c;
            }
        }
        return nearest;
    }

  private:
    std::vector<std::optional<double>> hues_;
};

/// How many points stand on a colour of a class, and how many of them on that of their own.
struct Count {
    std::size_t decided = 0;
    std::size_t agree = 0;
    [[nodiscard]] double share() const {
        return decided == 0 ? 0 : static_cast<double>(agree) / static_cast<double>(decided);
    }
};

Colour pixel_at(const Image& image, int column, int row) {
    const auto at =
        4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.size.width) +
             static_cast<std::size_t>(column));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

std::optional<Dataset::Agreement> agreement_with(const Image& image, const EpochSeries& series,
                                                 const Epoch& epoch) {
    const ClassByHue class_of(series.classes().colours);
    const Box frame = series.frame();
    const auto [width, height] = image.size;
    Count lower;
    Count upper;
    const auto count = [&](Count& sum, int column, int row, std::int32_t prediction) {
        const auto found = class_of(pixel_at(image, column, row));
        if (!found) return;
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
    return Dataset::Agreement{lower.share(), upper.share()};
}

}  // namespace

std::optional<Dataset::Agreement> origin_agreement(const EpochSeries& series,
                                                   const BackgroundSource& backgrounds) {
    if (series.classes().colours.empty()) return std::nullopt;
    for (std::size_t e = series.epoch_count(); e-- > 0;)
        if (backgrounds.has(e) && !series.epoch(e).predictions.empty())
            return agreement_with(backgrounds.load(e), series, series.epoch(e));
    return std::nullopt;
}

void settle_origin(Dataset& dataset, std::optional<Origin> stated) {
    dataset.background_origin = stated.value_or(Origin::lower);
    if (!dataset.backgrounds) return;
    try {
        dataset.origin_agreement = origin_agreement(dataset.series, *dataset.backgrounds);
    } catch (const Error& error) {
        dataset.warnings.emplace_back(std::string("background: ") + error.what());
    }
    if (!stated && dataset.origin_agreement &&
        dataset.origin_agreement->upper > dataset.origin_agreement->lower)
        dataset.background_origin = Origin::upper;
}

}  // namespace epochscope
