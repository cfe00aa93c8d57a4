#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t max_taken = 64;
constexpr std::array<int, 7> levels{0, 48, 96, 144, 184, 220, 255};
/// Greys are for axes and texts, glaring colours for nothing. In OKLab.
constexpr double min_chroma = 0.09;
constexpr double max_chroma = 0.24;
constexpr double min_lightness = 0.36;
constexpr double max_lightness = 0.85;
/// Hues tell thin lines and small marks apart better than lightness does.
constexpr double lightness_weight = 0.7;

/// A colour in OKLab, where distances are those that people see (Ottosson 2020).
struct Lab {
    double l;
    double a;
    double b;
};

double linear(int byte) {
    const double value = byte / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Lab lab_of(Colour colour) {
    const double r = linear(colour.r);
    const double g = linear(colour.g);
    const double b = linear(colour.b);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const Lab& a, const Lab& b) {
    return std::hypot(lightness_weight * (a.l - b.l), a.a - b.a, a.b - b.b);
}

bool is_calm(const Lab& lab) {
    const double chroma = std::hypot(lab.a, lab.b);
    return chroma >= min_chroma && chroma <= max_chroma && lab.l >= min_lightness &&
           lab.l <= max_lightness;
}

struct Candidate {
    Colour colour;
    Lab lab;
    /// From the nearest colour that is taken.
    double distance = std::numeric_limits<double>::infinity();
};

std::vector<Candidate> candidates_on(Colour ground) {
    std::vector<Candidate> candidates;
    for (const int r : levels)
        for (const int g : levels)
            for (const int b : levels) {
                const Colour colour{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                    static_cast<std::uint8_t>(b)};
                const Lab lab = lab_of(colour);
                if (is_calm(lab) && contrast(colour, ground) >= seen_contrast)
                    candidates.push_back({colour, lab});
            }
    return candidates;
}

}  // namespace

std::vector<Colour> colours_apart(std::span<const Colour> taken, std::size_t count, Colour ground) {
    std::vector<Candidate> candidates = candidates_on(ground);
    // On a grey of middle lightness no calm colour is seen well.
    if (candidates.empty()) return std::vector<Colour>(count, legible(ground, ground));
    const auto take = [&candidates](const Lab& lab) {
        for (Candidate& candidate : candidates)
            candidate.distance = std::min(candidate.distance, distance(candidate.lab, lab));
    };
    take(lab_of(ground));
    for (const Colour colour : taken.first(std::min(taken.size(), max_taken))) take(lab_of(colour));
    std::vector<Colour> colours;
    const std::size_t different = std::min(count, candidates.size());
    while (colours.size() < different) {
        const auto farthest = std::ranges::max_element(candidates, {}, &Candidate::distance);
        colours.push_back(farthest->colour);
        take(farthest->lab);
    }
    for (std::size_t i = 0; colours.size() < count; ++i) colours.push_back(colours[i]);
    return colours;
}

}  // namespace epochscope
