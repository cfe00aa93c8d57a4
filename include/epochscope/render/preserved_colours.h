#pragma once

#include <epochscope/model/geometry.h>

#include <vector>

namespace epochscope {

/// A colour for each of PreservedLevels::levels, from none (dark) to all (light): viridis (Smith &
/// van der Walt 2015), which is perceptually uniform, also for colour-blind people and in grey.
std::vector<Colour> preserved_colours();

/// The colour of a fraction, 0..1.
Colour preserved_colour(double fraction);

}  // namespace epochscope
