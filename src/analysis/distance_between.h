#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstdint>
#include <span>

namespace epochscope {

/// A point and its distance; the first of equally near ones counts as nearer.
struct Near {
    double distance;
    std::int32_t point;
    friend bool operator<(const Near& a, const Near& b) {
        return a.distance < b.distance || (a.distance == b.distance && a.point < b.point);
    }
};

/// In double precision.
double distance_between(std::span<const float> x, std::span<const float> y, Distance distance);

}  // namespace epochscope
