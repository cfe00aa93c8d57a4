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

/// `count` colours for what is no class (prototypes, curves, events): as different from `taken` and
/// from each other as possible, with at least seen_contrast against the ground. The first of more
/// are those of fewer. Beyond some hundred they repeat. Considers the first 64 of `taken`.
std::vector<Colour> colours_apart(std::span<const Colour> taken, std::size_t count, Colour ground);

}  // namespace epochscope
