#pragma once

#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Colours for numbers, from dark to light, perceptually uniform also in grey: viridis (Smith and
/// van der Walt 2015), and cividis (Nuñez, Anderton and Renslow 2018), which people with colour
/// vision deficiencies see nearly as others do.
enum class ColourMap : std::uint8_t { viridis, cividis };

/// The colour of a fraction, 0..1.
Colour mapped_colour(ColourMap map, double fraction);

/// The colours of `count` fractions evenly from 0 to 1; `count` is at least 2.
std::vector<Colour> mapped_colours(ColourMap map, std::size_t count);

}  // namespace epochscope
