#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace epochscope {

namespace {

// Okabe and Ito, "Color Universal Design" (2008), without black; the most distinct first.
constexpr std::array<Colour, 7> okabe_ito{{{0, 114, 178},
                                           {230, 159, 0},
                                           {0, 158, 115},
                                           {204, 121, 167},
                                           {86, 180, 233},
                                           {213, 94, 0},
                                           {240, 228, 66}}};

constexpr double golden_angle = 137.50776405003785;
constexpr std::array<double, 3> lightnesses{0.42, 0.64, 0.28};
constexpr double saturation = 0.6;

/// One channel of HSL: `shift` is 0 for red, 8 for green and 4 for blue.
std::uint8_t hsl_channel(double hue, double lightness, double shift) {
    const double k = std::fmod(shift + hue / 30, 12);
    const double chroma = saturation * std::min(lightness, 1 - lightness);
    const double value = lightness - chroma * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    return static_cast<std::uint8_t>(std::lround(255 * value));
}

Colour generated(std::size_t index) {
    const double hue = std::fmod(golden_angle * static_cast<double>(index), 360);
    const double lightness = lightnesses[index % lightnesses.size()];
    return {hsl_channel(hue, lightness, 0), hsl_channel(hue, lightness, 8),
            hsl_channel(hue, lightness, 4)};
}

/// The same for classes; the unlabelled one is grey.
std::vector<Colour> colour_blind_safe(const Classes& classes) {
    std::vector<Colour> colours = epochscope::colour_blind_safe(classes.predictable_count());
    colours.resize(classes.names.size(), unlabelled_colour);
    return colours;
}

}  // namespace

std::vector<Colour> colour_blind_safe(std::size_t count) {
    std::vector<Colour> colours;
    colours.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        colours.push_back(i < okabe_ito.size() ? okabe_ito[i] : generated(i - okabe_ito.size()));
    return colours;
}

std::vector<Colour> colours_of(const Classes& classes) {
    return classes.colours.empty() ? colour_blind_safe(classes) : classes.colours;
}

std::span<const Palette> palettes() {
    static constexpr std::array all{
        Palette{"folder", colours_of},
        Palette{"colour-blind", [](const Classes& classes) { return colour_blind_safe(classes); }}};
    return all;
}

const Palette& palette_of(std::string_view id) {
    const auto found = std::ranges::find(palettes(), id, &Palette::id);
    return found == palettes().end() ? palettes().front() : *found;
}

}  // namespace epochscope
