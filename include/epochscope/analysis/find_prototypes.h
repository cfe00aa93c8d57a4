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
    /// Its normalisation, seed and threads apply to everything.
    ClusterOptions clusters;
    /// Its alpha is replaced: see `alpha`.
    PrototypeLoss loss;
    /// Nothing: 1 if embeddings are normalised, or else twice the mean squared distance of samples
    /// to the mean of their cluster, over all epochs of a level.
    std::optional<double> alpha;
    BatchOptions batch;
    /// For each level the recorded clusters, N ids for each epoch of the series, which replace
    /// k-means.
    std::vector<std::vector<std::int32_t>> recorded;
};

/// The plane of prototypes: the positions of the samples, and the map that projected them, if
/// known.
struct PrototypePlane {
    const EpochSeries& series;
    const PlaneMap& map;
};

struct PrototypesFound {
    /// With the epochs of the series.
    Prototypes prototypes;
    /// Sentences about empty clusters and missing negatives.
    std::vector<std::string> warnings;
};

/// Finds prototypes, matches their names over the epochs, projects them and computes their signals
/// (see prototype_signals.h): acc_proto_naive, acc_proto_adjusted, ceiling (U / B),
/// ceiling_expected, distinct (U), collisions (B - U), negatives, cross_entropy,
/// cross_entropy_floor, pull, push, loss, hinges, kept (the fraction of samples whose prototype is
/// that of the previous epoch) and inertia. Without a map, the position of a prototype is the mean
/// of its samples' positions with the weights 1 / (1 + d / mean d), d being squared distances.
///
/// Throws Error if the series has other samples, or epochs that the recording does not have, if a
/// level is 0, repeated, or more than there are samples, if a batch is larger than the set, or if
/// embeddings are not finite. Throws Cancelled. The result does not depend on the number of
/// threads.
PrototypesFound find_prototypes(const Recording& recording, const PrototypePlane& plane,
                                const PrototypeOptions& options, const Job& job = {});

}  // namespace epochscope
