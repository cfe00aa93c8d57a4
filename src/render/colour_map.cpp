#include <epochscope/render/colour_map.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace epochscope {

namespace {

using Anchors = std::array<std::uint32_t, 16>;

// Every 17th of the 256 colours that matplotlib has for each map (CC0). In between they are
// straight within 10 of 255.
constexpr Anchors viridis{0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e,
                          0x2a788e, 0x23888e, 0x1f988b, 0x22a884, 0x35b779, 0x54c568,
                          0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725};
constexpr Anchors cividis{0x00224e, 0x002e6c, 0x1e3a6f, 0x35456c, 0x47516c, 0x575d6d,
                          0x666970, 0x757575, 0x848279, 0x948e77, 0xa59c74, 0xb7a96e,
                          0xc8b866, 0xdbc75a, 0xeed649, 0xfee838};

}  // namespace

Colour mapped_colour(ColourMap map, double fraction) {
    const Anchors& anchors = map == ColourMap::viridis ? viridis : cividis;
    const double at = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    const double way = at - static_cast<double>(below);
    const auto channel = [&](unsigned shift) {
        const double from = anchors[below] >> shift & 255U;
        const double to = anchors[below + 1] >> shift & 255U;
        return static_cast<std::uint8_t>(std::lround(from * (1 - way) + to * way));
    };
    return {channel(16), channel(8), channel(0)};
}

std::vector<Colour> mapped_colours(ColourMap map, std::size_t count) {
    std::vector<Colour> colours(count);
    for (std::size_t i = 0; i < count; ++i)
        colours[i] = mapped_colour(map, static_cast<double>(i) / static_cast<double>(count - 1));
    return colours;
}

}  // namespace epochscope
