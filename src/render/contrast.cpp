#include "render/scene.h"

#include <epochscope/render/contrast.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace epochscope {

namespace {

/// Steps between two colours; more would not change a byte.
constexpr int steps = 256;

std::array<double, 256> make_linear() {
    std::array<double, 256> linear{};
    for (std::size_t byte = 0; byte < linear.size(); ++byte) {
        const double value = static_cast<double>(byte) / 255;
        linear[byte] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return linear;
}

/// The relative luminance, 0..1.
double luminance(Colour colour) {
    static const std::array<double, 256> linear = make_linear();
    return 0.2126 * linear[colour.r] + 0.7152 * linear[colour.g] + 0.0722 * linear[colour.b];
}

/// The least of `steps` steps from one colour to another that keeps `is_enough`, which holds from
/// some step on.
template <typename IsEnough>
Colour first_enough(Colour from, Colour to, const IsEnough& is_enough) {
    const auto at = [&](int step) {
        return blended(from, to, static_cast<float>(step) / static_cast<float>(steps));
    };
    int low = 0;
    int high = steps;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (is_enough(at(middle)))
            high = middle;
        else
            low = middle + 1;
    }
    return at(low);
}

}  // namespace

double contrast(Colour a, Colour b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

Colour legible(Colour colour, Colour ground, double least) {
    if (contrast(colour, ground) >= least) return colour;
    constexpr Colour white{255, 255, 255};
    constexpr Colour black{0, 0, 0};
    const bool is_lighter = contrast(white, ground) > contrast(black, ground);
    return first_enough(colour, is_lighter ? white : black,
                        [&](Colour mixed) { return contrast(mixed, ground) >= least; });
}

Colour toned(Colour colour, Colour ground, float strength, double least) {
    const Colour full = legible(colour, ground, least);
    const double most = contrast(full, ground);
    const double wanted = least + (most - least) * std::clamp<double>(strength, 0, 1);
    if (most <= least) return full;
    Colour faintest = ground;
    faintest.a = full.a;
    return first_enough(faintest, full,
                        [&](Colour mixed) { return contrast(mixed, ground) >= wanted; });
}

std::vector<Colour> colours_on(Colour canvas, std::vector<Colour> colours) {
    if (!is_dark(canvas)) return colours;
    std::ranges::transform(colours, colours.begin(),
                           [canvas](Colour colour) { return legible(colour, canvas); });
    return colours;
}

}  // namespace epochscope
