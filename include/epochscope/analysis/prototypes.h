#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

struct ClusterOptions {
    /// How many clusters each level has, 1..N.
    std::vector<std::size_t> levels{10, 60, 240};
    /// Embeddings scaled to length 1 first, as prototypical contrastive losses have them; zeros
    /// stay zeros.
    bool normalise = false;
    /// Of k-means at most; it ends earlier where nothing changes any more.
    int iterations = 20;
    /// Starts of k-means, of which the one of the least inertia is kept.
    int restarts = 5;
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// The samples of one epoch, parted into K clusters.
struct Clusters {
    std::size_t dimension = 0;
    /// The prototypes, K rows of D: the mean of each cluster's samples, of length 1 where they are
    /// normalised. No numbers (NaN) for a cluster without samples.
    std::vector<float> centres;
    /// The cluster of each sample, 0..K-1.
    std::vector<std::int32_t> assignments;
    /// How many samples each cluster has.
    std::vector<std::int32_t> counts;
    /// See concentrations().
    std::vector<float> concentration;
    /// How far each sample is from the mean of its cluster.
    std::vector<float> distances;
    /// The sum of the squares of these.
    double inertia = 0;

    [[nodiscard]] Table prototypes() const { return {centres, dimension}; }
};

/// One number of clusters at each of some epochs.
struct ClusterLevel {
    std::size_t count = 0;
    std::vector<Clusters> epochs;
};

/// Clusters the samples of some epochs of a recording by k-means, each epoch by itself: by faiss
/// (Johnson, Douze & Jégou 2019), begun by greedy k-means++ (Arthur & Vassilvitskii 2007). All
/// samples take part. Throws Error for levels that are 0 or more than there are samples, and for
/// embeddings that are not finite; Cancelled when stopped. O(restarts x iterations x N K D) an
/// epoch and level.
std::vector<ClusterLevel> cluster(const Recording& recording, std::span<const std::size_t> epochs,
                                  const ClusterOptions& options, const Job& job = {});

/// The clusters that a run recorded: for each of the epochs N ids, 0 and up; there are as many
/// clusters as the greatest id says. Throws Error, e.g. `assignments: epoch "3": sample 7 is -1,
/// expected 0 and up`, for ids below 0 or beyond N - 1 and for another number of them. O(N D) an
/// epoch.
ClusterLevel clusters_of(const Recording& recording, std::span<const std::size_t> epochs,
                         std::span<const std::int32_t> assignments, bool normalise,
                         const Job& job = {});

/// Renames the clusters of each epoch after those of the epoch before with which they share most
/// samples, one to one: the pairs of the largest overlap first, of equal ones that of the lower
/// name; what shares none takes the names that are left, in order. O(N log N) an epoch.
void match_names(ClusterLevel& level);

/// phi of each cluster (Li et al. 2021, PCL): the mean distance of its samples to their mean,
/// divided by ln(n + 10), then held between the 10th and the 90th percentile of all clusters. A
/// cluster of one sample or none counts as the greatest before that, as in PCL. Not divided by
/// their mean, as PCL does to make temperatures of them.
std::vector<float> concentrations(std::span<const float> distances,
                                  std::span<const std::int32_t> assignments, std::size_t count);

/// At how many epochs clusters of a level are empty or have a single sample, in a sentence; empty
/// where none are.
std::string sparse_clusters(const ClusterLevel& level);

}  // namespace epochscope
