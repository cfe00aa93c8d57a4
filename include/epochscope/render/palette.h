#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// `count` colours that people with colour vision deficiencies can tell apart: those of Okabe and
/// Ito (without black), then hues by the golden angle at three alternating lightnesses.
std::vector<Colour> colour_blind_safe(std::size_t count);

/// The colours of the classes, or colour_blind_safe if they have none.
std::vector<Colour> colours_of(const Classes& classes);

/// A way to colour classes.
struct Palette {
    /// Its name in settings and options.
    std::string_view id;
    /// One colour a class.
    std::vector<Colour> (*colours)(const Classes& classes);
};

/// All palettes; the first is the default.
std::span<const Palette> palettes();

/// The palette of this id; the default if there is none.
const Palette& palette_of(std::string_view id);

/// The colour of a prototype, bright if it lies on a dark canvas. Hues follow the golden angle, so
/// that consecutive prototypes differ.
Colour prototype_colour(std::size_t name, bool on_dark);

}  // namespace epochscope
