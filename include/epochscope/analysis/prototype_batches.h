#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

// What happens to prototypes in a batch. A prototypical contrastive loss puts the prototypes of the
// B samples of a batch into B columns, beside those of r negatives, and numbers samples 0..B-1:
// sample i belongs to column i. Where samples share a prototype, columns are equal, and so are
// their logits: all but the first are counted as wrong, and pushed apart from themselves.

/// The number of each sample where repeated prototypes count as one: the first place at which its
/// prototype occurs. [2, 2, 2, 1, 0] has [0, 0, 0, 3, 4]. O(B log B).
std::vector<std::int32_t> adjusted_labels(std::span<const std::int32_t> prototypes);

/// Entry m - 1: how many prototypes occur m times. O(B log B).
std::vector<std::size_t> multiplicities(std::span<const std::int32_t> prototypes);

/// How many prototypes occur, U. Naive numbering is right of no more than U / B samples.
std::size_t distinct_count(std::span<const std::int32_t> prototypes);

/// K (1 - (1 - 1/K)^B): U on average, where all of K prototypes are as likely.
double expected_distinct(std::size_t prototypes, std::size_t batch);

/// (1/B) sum of m ln m over the prototypes, m being how often each occurs: what the cross-entropy
/// is at least, since equal columns share a softmax. Also where samples are numbered anew: the loss
/// of a sample is the same for each of its equal columns.
double cross_entropy_floor(std::span<const std::int32_t> prototypes);

/// The whole batches of an epoch: all samples in a random order, parted; those left over are left
/// out, as a loader of training data does. The same for the same seed and epoch. Throws Error where
/// a batch is empty or larger than there are samples. O(N).
std::vector<std::vector<std::size_t>> batches_of(std::size_t samples, std::size_t batch,
                                                 std::uint64_t seed, std::int64_t epoch);

}  // namespace epochscope
