#pragma once

#include <epochscope/analysis/find_prototypes.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// The positions of an epoch's prototypes, NaN without samples: by the map from unnormalised
/// embeddings, or as the weighted mean of their samples' positions.
std::vector<Point> prototype_places(const PrototypePlane& plane, std::size_t epoch,
                                    const Table& embeddings, const Clusters& clusters, int threads);

}  // namespace epochscope
