#include <epochscope/model/preserved_levels.h>
#include <epochscope/render/preserved_colours.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace epochscope {

Colour preserved_colour(double fraction) {
    static constexpr std::array<Colour, 10> steps{{{0x44, 0x01, 0x54},
                                                   {0x48, 0x28, 0x78},
                                                   {0x3e, 0x4a, 0x89},
                                                   {0x31, 0x68, 0x8e},
                                                   {0x26, 0x82, 0x8e},
                                                   {0x1f, 0x9e, 0x89},
                                                   {0x35, 0xb7, 0x79},
                                                   {0x6d, 0xcd, 0x59},
                                                   {0xb4, 0xde, 0x2c},
                                                   {0xfd, 0xe7, 0x25}}};
    const double at = std::clamp(fraction, 0.0, 1.0) * (steps.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), steps.size() - 2);
    const double way = at - static_cast<double>(below);
    const auto between = [way](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * (1 - way) + b * way));
    };
    const Colour& a = steps[below];
    const Colour& b = steps[below + 1];
    return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b)};
}

std::vector<Colour> preserved_colours() {
    std::vector<Colour> colours;
    colours.reserve(PreservedLevels::levels);
    for (std::int32_t level = 0; level < PreservedLevels::levels; ++level)
        colours.push_back(
            preserved_colour(static_cast<double>(level) / (PreservedLevels::levels - 1)));
    return colours;
}

}  // namespace epochscope
