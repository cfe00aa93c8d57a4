#pragma once

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/heads.h>
#include <epochscope/model/plane_map.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The decisions of an epoch's head.
struct Decisions {
    /// Unknown if there is no reliable head.
    Head head;
    /// Why there is no head.
    std::string reason;
    /// The predicted class of each sample; empty without a head.
    std::vector<std::int32_t> predictions;
    BoundaryPoints boundary;
};

Decisions decisions_at(const Recording& recording, std::size_t epoch, std::uint64_t seed,
                       int threads);

/// The number of samples whose place, mapped back to feature space, is decided as the sample is.
/// O(N C + C D) by a linear map and a linear head, O(N (C D + weights)) by others.
std::size_t count_decided_alike(const Decisions& decisions, const EpochMap& map,
                                std::span<const Point> places, int threads);

}  // namespace epochscope
