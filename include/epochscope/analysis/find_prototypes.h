#pragma once

#include <epochscope/analysis/prototype_signals.h>
#include <epochscope/analysis/prototypes.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

struct PrototypeOptions {
    /// Also whether embeddings are normalised, the seed and the threads of all.
    ClusterOptions clusters;
    /// Its alpha counts only where `alpha` says so.
    PrototypeLoss loss;
    /// None: 1 where embeddings are normalised, else twice the mean squared distance of samples to
    /// the mean of their cluster, over all epochs of a level.
    std::optional<double> alpha;
    BatchOptions batch;
    /// For each level the clusters that the run recorded, of each epoch of the series N ids: these
    /// instead of k-means.
    std::vector<std::vector<std::int32_t>> recorded;
};

/// The plane that prototypes are placed in: the places of the samples, and the map that placed
/// them, if it is known.
struct PrototypePlane {
    const EpochSeries& series;
    const PlaneMap& map;
};

struct PrototypesFound {
    /// One epoch for each of the series.
    Prototypes prototypes;
    /// What clusters are empty, which negatives were not to be had, in sentences.
    std::vector<std::string> warnings;
};

/// Finds prototypes, names them, places them and works out their signals (see prototype_signals.h):
/// acc_proto_naive, acc_proto_adjusted, ceiling (U / B), ceiling_expected, distinct (U), collisions
/// (B - U), negatives, cross_entropy, cross_entropy_floor, pull, push, loss, hinges, kept (the
/// share of samples whose prototype is that of the epoch before) and inertia. Prototypes lie where
/// the map puts the mean of their samples, or at the centre of these, each weighing 1 / (1 + d /
/// mean d) by its squared distance d.
///
/// Throws Error where the series has other samples or epochs that the recording has not, for levels
/// that are 0, more than there are samples or there twice, for a batch of more samples than there
/// are, and for embeddings that are not finite; Cancelled when stopped. Holds what it finds in
/// memory. The same for any number of threads.
PrototypesFound find_prototypes(const Recording& recording, const PrototypePlane& plane,
                                const PrototypeOptions& options, const Job& job = {});

}  // namespace epochscope
