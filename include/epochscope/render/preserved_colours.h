#pragma once

#include <epochscope/model/geometry.h>

#include <vector>

namespace epochscope {

/// A colour for each of PreservedLevels::levels, from none of a sample's true neighbours kept
/// (dark) to all (light): viridis (Smith & van der Walt 2015), whose steps look equally far apart,
/// also to colour-blind people and in grey.
std::vector<Colour> preserved_colours();

/// The same at a share, 0..1.
Colour preserved_colour(double fraction);

}  // namespace epochscope
