#pragma once

#include <epochscope/analysis/find_prototypes.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// The places of an epoch's prototypes, no numbers for those without samples: by the map from the
/// embeddings as they are, or at the weighted centre of their samples.
std::vector<Point> prototype_places(const PrototypePlane& plane, std::size_t epoch,
                                    const Table& embeddings, const Clusters& clusters, int threads);

}  // namespace epochscope
