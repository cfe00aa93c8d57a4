#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// `count` colours that people with colour-vision deficiencies tell apart as well as can be: Okabe
/// and Ito's first (without black), then hues by the golden angle at three alternating lightnesses.
std::vector<Colour> colour_blind_safe(std::size_t count);

/// The classes' own colours, or colour_blind_safe where they have none.
std::vector<Colour> colours_of(const Classes& classes);

/// The colour of the prototype of this name, bright, for a dark canvas, or deep: hues by the golden
/// angle, so that those one behind the other differ.
Colour prototype_colour(std::size_t name, bool on_dark);

}  // namespace epochscope
