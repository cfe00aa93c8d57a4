#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// How near counts as near for each of some points (McInnes et al. 2018, UMAP).
struct Reaches {
    /// The distance of the nearest that is no duplicate; 0 where all are.
    std::vector<double> rho;
    /// What the sum over its neighbours of exp(-max(0, d - rho) / sigma) is log2 k by, k being how
    /// many there are; at least a thousandth of their mean distance.
    std::vector<double> sigma;
};

/// The reaches of points by the distances of their nearest, rising. `itself` says that each point
/// counts as one of its k neighbours, as the authors' code has it; it is then not among the lists.
Reaches reaches_of(const NearestPoints& nearest, bool itself = false);

/// Two points that belong together, and how much: 0..1.
struct WeightedEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float weight = 0;
    friend bool operator==(const WeightedEdge&, const WeightedEdge&) = default;
};

/// How much a point at this distance is a neighbour: exp(-max(0, d - rho) / sigma), 1 where sigma
/// is 0 and d not above rho.
double membership(double distance, double rho, double sigma);

/// Joins edges of the same two points, whichever way round: p + q - p q. Each comes once, a < b, in
/// order; loops are left out. O(edges log edges).
std::vector<WeightedEdge> fuzzy_union(std::vector<WeightedEdge> directed);

/// Adds edges from points to their neighbours, whose weights are memberships: point q is
/// `first_point + q`, its neighbour n `first_neighbour + n`.
void add_edges(std::vector<WeightedEdge>& directed, const NearestPoints& nearest,
               const Reaches& reaches, std::uint32_t first_point, std::uint32_t first_neighbour);

/// Leaves out what would be drawn less than once in `draws` for each draw of the heaviest.
void leave_out_rare(std::vector<WeightedEdge>& edges, double draws);

}  // namespace epochscope
