#pragma once

#include "analysis/faithfulness/rows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The k nearest of a row of distances as weights, which sum to k: how likely each is to be among
/// them if equally distant ones are put in a random order. 1, or less if equally distant at the
/// limit, or 0 beyond. So no order of samples matters. Without ties it is the plain set.
struct NearSet {
    /// The k-th smallest distance.
    double limit = 0;
    /// The weight of entries at exactly this distance.
    double fraction = 0;

    [[nodiscard]] double weight(double distance) const {
        return distance < limit ? 1 : distance == limit ? fraction : 0;
    }
};

/// A near set and its members in increasing order.
struct NearMembers {
    NearSet set;
    std::vector<std::int32_t> members;
};

/// Finds the k nearest of a row of distances (complete tiles; non-candidates are infinite), 1 <= k
/// <= candidates. Replaces the content of `near`.
void find_near(std::span<const double> row, std::size_t k, NearMembers& near);

/// The expected overlap of two near sets, 0..k, if equally distant ones are put in a random order
/// in each: the sum of the products of weights. `row` has the distances of the other set, `own_row`
/// those of `near`.
double shared_weight(const NearMembers& near, std::span<const double> own_row, const NearSet& other,
                     std::span<const double> row);

/// The expected excess ranks of false neighbours, ties being broken so: the sum over members of
/// `shown` beyond `truly` of their ranks in `true_row` minus k; equally distant ones have the mean
/// of their ranks beyond k. Without ties, this is the sum of r - k in trustworthiness (and, with
/// swapped roles, in continuity).
double excess_ranks(const NearMembers& shown, std::span<const double> shown_row,
                    const NearSet& truly, std::span<const double> true_row, std::size_t k);

}  // namespace epochscope
