#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Points of feature space at which a head cannot decide between two classes.
struct BoundaryPoints {
    std::size_t dimension = 0;
    /// Rows of D.
    std::vector<float> values;
    /// The two classes whose logits are equal there and above all others, the lesser first.
    std::vector<std::array<std::int32_t, 2>> between;

    [[nodiscard]] std::size_t count() const { return between.size(); }
    [[nodiscard]] Table view() const { return {values, dimension}; }
};

struct BoundaryOptions {
    /// How many are wanted.
    std::size_t count = 0;
    std::uint64_t seed = 0;
};

/// Points on the segments between samples that the head puts into different classes, where the two
/// classes' logits meet; for a linear head that is closed form. A segment whose meeting lies inside
/// a third class gives none. Which two classes are tried next is drawn (Yang et al. 2022, TimeVis):
/// 0.05 by how often they gave a point, 0.95 by how far they are behind the mean, so that every two
/// classes get their share; samples are drawn evenly in each class, no two of them twice. They lie
/// in feature space, since samples are not recorded otherwise.
///
/// As many as are found in 64 draws for each that is wanted and 64 for each two classes: none where
/// only one class is predicted. Embeddings must be finite and fit the head. The same for the same
/// seed. O(N D C + draws (C + pairs of classes)).
BoundaryPoints boundary_points(const Table& embeddings, const LinearHead& head,
                               const BoundaryOptions& options);

/// The same by a head that may not be linear, and is then asked where two logits meet: at some
/// sixty places of a segment, in five goes. Where they meet more than once, the first meeting seen
/// counts.
BoundaryPoints boundary_points(const Table& embeddings, const Head& head,
                               const BoundaryOptions& options);

/// How many are drawn at each epoch: a tenth of the samples.
constexpr std::size_t boundary_count(std::size_t samples) { return samples / 10; }

}  // namespace epochscope
