#pragma once

#include "analysis/faithfulness/picture_map.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/heads.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// What an epoch's head decides, and where it cannot.
struct Decisions {
    /// Not known where there is none to rely on.
    Head head;
    /// Why there is none.
    std::string reason;
    /// The class that it predicts for each sample; empty without a head.
    std::vector<std::int32_t> predictions;
    BoundaryPoints boundary;
};

Decisions decisions_at(const Recording& recording, std::size_t epoch, std::uint64_t seed,
                       int threads);

/// How many samples' places, taken back by a map that is there, are decided as they are. O(N C +
/// C D) by a linear map and a linear head, O(N (C D + weights)) by others.
std::size_t count_decided_alike(const Decisions& decisions, const PictureMap& map,
                                std::span<const Point> places, int threads);

}  // namespace epochscope
