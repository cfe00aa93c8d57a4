#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

// Prototypes within a batch. A prototypical contrastive loss has one column for the prototype of
// each of the B samples, and one for each of r negatives; the target of sample i is column i. If
// samples share a prototype, their columns and logits are equal: all but the first count as wrong,
// and the prototype is pushed away from itself.

/// The targets if repeated prototypes count as one: the first column of each sample's prototype.
/// [2, 2, 2, 1, 0] gives [0, 0, 0, 3, 4]. O(B log B).
std::vector<std::int32_t> adjusted_labels(std::span<const std::int32_t> prototypes);

/// Entry m - 1: the number of prototypes that occur m times. O(B log B).
std::vector<std::size_t> multiplicities(std::span<const std::int32_t> prototypes);

/// U, the number of distinct prototypes. Naive targets are right for at most U / B of the samples.
std::size_t distinct_count(std::span<const std::int32_t> prototypes);

/// K (1 - (1 - 1/K)^B): the expected U, if K prototypes are equally likely.
double expected_distinct(std::size_t prototypes, std::size_t batch);

/// (1/B) sum of m ln m over the prototypes, m being their multiplicities: the minimum of the
/// cross-entropy, since equal columns have equal softmax. It holds for adjusted targets too.
double cross_entropy_floor(std::span<const std::int32_t> prototypes);

/// The complete batches of an epoch: all samples in random order, without an incomplete last batch,
/// as in data loaders. Deterministic for a seed and epoch. Throws Error if `batch` is 0 or more
/// than `samples`. O(N).
std::vector<std::vector<std::size_t>> batches_of(std::size_t samples, std::size_t batch,
                                                 std::uint64_t seed, std::int64_t epoch);

}  // namespace epochscope
