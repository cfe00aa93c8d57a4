#pragma once

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/linear_heads.h>
#include <epochscope/model/linear_map.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// What an epoch's head decides, and where it cannot.
struct Decisions {
    /// Nothing where there is no head to rely on.
    std::optional<FittedHead> head;
    /// Why there is none.
    std::string reason;
    /// The class that it predicts for each sample; empty without a head.
    std::vector<std::int32_t> predictions;
    BoundaryPoints boundary;
};

Decisions decisions_at(const Recording& recording, std::size_t epoch, std::uint64_t seed,
                       int threads);

/// How many samples' places, taken back by the map, are decided as they are. O(N C + C D).
std::size_t count_decided_alike(const Decisions& decisions, const LinearMap& map,
                                std::span<const Point> places);

}  // namespace epochscope
