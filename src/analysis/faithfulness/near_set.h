#pragma once

#include "analysis/faithfulness/rows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The k nearest of a row of distances. Those that are equally far at the limit share the places
/// that are left, so that no order of samples decides who is a neighbour: weights are 1, less at
/// the limit, 0 beyond, and their sum is k. Where distances differ it is the plain set.
struct NearSet {
    /// The k-th smallest distance.
    double limit = 0;
    /// The weight of what is exactly as far.
    double fraction = 0;

    [[nodiscard]] double weight(double distance) const {
        return distance < limit ? 1 : distance == limit ? fraction : 0;
    }
};

/// A near set and who is in it, in rising order.
struct NearMembers {
    NearSet set;
    std::vector<std::int32_t> members;
};

/// The k nearest of a row of distances (whole tiles; what is no candidate is infinitely far);
/// 1 <= k <= the candidates. Takes the place of what `near` held.
void find_near(std::span<const double> row, std::size_t k, NearMembers& near);

/// How much of one near set is in another, 0..k: the sum of the lesser weights. `row` is the
/// other's distances, `own_row` those that `near` was found in.
double shared_weight(const NearMembers& near, std::span<const double> own_row, const NearSet& other,
                     std::span<const double> row);

/// How far those shown as near are from being so: the sum over what `shown` holds beyond `truly` of
/// the ranks by which it exceeds k in the order of `true_row`; of equally far ones each has the
/// mean of the ranks beyond k that they share. Without ties this is the sum of r - k of
/// trustworthiness (and, the other way round, of continuity).
double excess_ranks(const NearMembers& shown, std::span<const double> shown_row,
                    const NearSet& truly, std::span<const double> true_row, std::size_t k);

}  // namespace epochscope
