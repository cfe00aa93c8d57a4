#pragma once

#include "projection/fuzzy_complex.h"

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// One sample at the epochs at which it is a point of the complex.
struct Journey {
    /// Rising.
    std::vector<std::size_t> epochs;
    /// Its point at each of them.
    std::vector<std::uint32_t> points;
};

/// Which other epochs are joined to an epoch.
enum class NearEpochs : std::uint8_t {
    /// Those at which the sample was nearest to where it is.
    nearest,
    /// As the authors' code has it, which takes ranks for indices: the epoch of index r for each r
    /// among the first k ranks. Nearly at random.
    by_rank,
};

/// Joins each point of a journey to the `neighbours` nearest others (Yang et al. 2022, TimeVis) at
/// epochs no more than half a window away (0: anywhere), by the reaches that the points have in
/// their own epochs. Directed; an edge comes from the point whose neighbour it is. O(E^2 D).
std::vector<WeightedEdge> temporal_edges(const Journey& journey, const Table& points,
                                         const Reaches& reaches, std::size_t neighbours,
                                         std::size_t window, NearEpochs kind = NearEpochs::nearest);

}  // namespace epochscope
