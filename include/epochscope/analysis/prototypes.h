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
    /// The number of clusters of each level, 1..N.
    std::vector<std::size_t> levels{10, 60, 240};
    /// Whether embeddings are normalised first, as in prototypical contrastive losses; zeros stay
    /// zeros.
    bool normalise = false;
    /// The maximum for k-means, which ends earlier at convergence.
    int iterations = 20;
    /// The number of starts of k-means; the one with the smallest inertia counts.
    int restarts = 5;
    std::uint64_t seed = 0;
    /// 0: all. The result does not depend on it.
    int threads = 0;
};

/// K clusters of the samples of one epoch.
struct Clusters {
    std::size_t dimension = 0;
    /// The prototypes, K rows of D: the means of the clusters, normalised if the embeddings are.
    /// NaN for a cluster without samples.
    std::vector<float> centres;
    /// The cluster of each sample, 0..K-1.
    std::vector<std::int32_t> assignments;
    /// The number of samples of each cluster.
    std::vector<std::int32_t> counts;
    /// See concentrations().
    std::vector<float> concentration;
    /// The distance of each sample from the mean of its cluster.
    std::vector<float> distances;
    /// The sum of their squares.
    double inertia = 0;

    [[nodiscard]] Table prototypes() const { return {centres, dimension}; }
};

/// The clusters of several epochs, `count` at each.
struct ClusterLevel {
    std::size_t count = 0;
    std::vector<Clusters> epochs;
};

/// Clusters all samples of several epochs of a recording by k-means, each epoch separately: by
/// faiss (Johnson, Douze & Jégou 2019) with greedy k-means++ seeding (Arthur & Vassilvitskii 2007).
/// Throws Error if a level is 0 or more than the samples, or if embeddings are not finite. Throws
/// Cancelled. O(restarts x iterations x N K D) for each epoch and level.
std::vector<ClusterLevel> cluster(const Recording& recording, std::span<const std::size_t> epochs,
                                  const ClusterOptions& options, const Job& job = {});

/// The clusters of recorded ids: N for each of the epochs, 0..N-1; the largest id determines the
/// number of clusters. Throws Error, e.g. `assignments: epoch "3": sample 7 is -1, expected 0 and
/// up`, if an id is out of range or the number of ids is wrong. Throws Cancelled. O(N D) for each
/// epoch.
ClusterLevel clusters_of(const Recording& recording, std::span<const std::size_t> epochs,
                         std::span<const std::int32_t> assignments, bool normalise,
                         const Job& job = {});

/// Renames the clusters of each epoch to match those of the previous epoch, one to one, greedily by
/// the largest overlap of samples (the lower name first among equal ones). Clusters without overlap
/// take the remaining names in order. O(N log N) for each epoch.
void match_names(ClusterLevel& level);

/// phi of each cluster (Li et al. 2021, PCL): the mean distance of its n samples from their mean,
/// divided by ln(n + 10), then clamped to the 10th..90th percentile of all clusters. Before that, a
/// cluster of at most one sample gets the maximum, as in PCL. Not divided by the mean, as PCL does
/// for temperatures.
std::vector<float> concentrations(std::span<const float> distances,
                                  std::span<const std::int32_t> assignments, std::size_t count);

/// A sentence about the epochs at which clusters of a level have no or a single sample; empty if
/// there are none.
std::string sparse_clusters(const ClusterLevel& level);

}  // namespace epochscope
