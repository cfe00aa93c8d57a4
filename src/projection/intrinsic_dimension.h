#pragma once

#include <epochscope/analysis/feature_neighbours.h>

namespace epochscope {

/// Of how many dimensions points are where they lie, by how much farther the second neighbour of
/// each is than the first (Facco et al. 2017, TwoNN): the slope through the origin of
/// -log(1 - F(r2 / r1)) over log(r2 / r1), the tenth of the points with the greatest left out.
/// Points with duplicates tell nothing; 0 where none does. `nearest` has at least two for each.
double intrinsic_dimension(const NearestPoints& nearest);

}  // namespace epochscope
