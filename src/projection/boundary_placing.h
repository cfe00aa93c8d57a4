#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

/// Points of feature space at which a head cannot decide, and where they stand among samples that
/// have been laid out.
struct PlacedBoundary {
    /// Rows of D.
    std::vector<float> rows;
    std::vector<Point> places;

    [[nodiscard]] std::size_t count() const { return places.size(); }
};

struct BoundaryPlacing {
    /// How many points, and how many samples are asked where they belong. More: truer, slower.
    std::size_t points = 1000;
    std::size_t samples = 600;
    int iterations = 100;
    std::uint64_t seed = 0;
};

/// Draws boundary points and moves them, the samples standing still, until each sample has those
/// near it in the plane that are near it in feature space: sum over samples i of KL(P_i || Q_i) is
/// lowered by Adam (Kingma & Ba 2015), where over the points b
///
///     P_i ~ exp(-2 (|x_i - b|^2 - nearest) / (that of the k-th nearest - nearest)),
///     Q_i ~ 1 / (1 + 100 |y_i - z_b|^2 / variance of the places)
///
/// and k is as large a share of the points as 15 are of `boundary_count` of all samples. Where the
/// mean of the samples around would put a point, between classes that stand apart, nobody is near.
/// None where the head decides for one class alone, or samples lie all in one place. Throws
/// Cancelled. O(points samples (D + iterations)).
PlacedBoundary place_boundary(const Table& rows, std::span<const Point> places, const Head& head,
                              const BoundaryPlacing& options, const std::stop_token& stop);

}  // namespace epochscope
