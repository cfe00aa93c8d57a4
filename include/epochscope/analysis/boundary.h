#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Points of feature space on the decision boundary between two classes.
struct BoundaryPoints {
    std::size_t dimension = 0;
    /// Rows of D.
    std::vector<float> values;
    /// The two classes whose logits are equal and largest there, the lower class first.
    std::vector<std::array<std::int32_t, 2>> between;

    [[nodiscard]] std::size_t count() const { return between.size(); }
    [[nodiscard]] Table view() const { return {values, dimension}; }
};

struct BoundaryOptions {
    /// The number of points to find.
    std::size_t count = 0;
    std::uint64_t seed = 0;
};

/// Finds points on segments between two samples with different predicted classes, where the logits
/// of both classes are equal; closed form for a linear head. A segment on which a third class is
/// predicted there gives no point. The next pair of classes is drawn (Yang et al. 2022, TimeVis) by
/// 0.05 of its success rate and 0.95 of its deficit to the mean, so that all pairs get points.
/// Samples are drawn uniformly within a class; no pair of samples is drawn twice.
///
/// Stops after 64 draws for each point and each pair of classes; finds none if only one class is
/// predicted. Embeddings must be finite and fit the head. Deterministic for a seed.
/// O(N D C + draws (C + pairs of classes)).
BoundaryPoints boundary_points(const Table& embeddings, const LinearHead& head,
                               const BoundaryOptions& options);

/// The same for any head. A nonlinear head is evaluated at about sixty points of a segment, in five
/// rounds. If the logits are equal more than once, the first point found counts.
BoundaryPoints boundary_points(const Table& embeddings, const Head& head,
                               const BoundaryOptions& options);

/// The number of boundary points of an epoch: a tenth of the samples.
constexpr std::size_t boundary_count(std::size_t samples) { return samples / 10; }

}  // namespace epochscope
