#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/model/option.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/method.h>

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

struct PcaOptions {
    /// One basis for each epoch, turned to lie as the epoch before does, instead of one for all
    /// epochs together. Shows each epoch at its best, and movement that is not there.
    bool per_epoch = false;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// The two principal components of a recording: one map, or one an epoch. Exact, by the covariance,
/// up to `pca_exact_dimension` dimensions; beyond, by subspace iteration from a fixed start (Halko,
/// Martinsson & Tropp 2011). The greatest coefficient of an axis by size is positive, so that runs
/// agree; turned maps (Schönemann 1966: orthogonal Procrustes on the samples' places) need not have
/// that. Directions in which nothing varies are some that are orthogonal.
///
/// Throws Error where embeddings are not finite, Cancelled when stopped. Goes through the recording
/// twice (11 times beyond the exact dimension), an epoch at a time. O(N E D^2) up to it, O(N E D)
/// beyond.
std::vector<LinearMap> pca(const Recording& recording, const PcaOptions& options = {},
                           const Job& job = {});

/// The map of the last epoch of a recording, where samples lie at `before` at the epoch before it:
/// that of the first epoch, or with `per_epoch` one of its own, turned towards these places. Throws
/// as pca does. O(N D^2).
LinearMap next_map(const Recording& recording, std::span<const Point> before,
                   const PcaOptions& options, const Job& job = {});

/// The places of all samples, an epoch after another: by one map for all epochs, or by one an
/// epoch, as pca makes them. Throws Cancelled when stopped. O(N E D).
std::vector<std::vector<Point>> places_by(std::span<const LinearMap> maps,
                                          const Recording& recording,
                                          const std::stop_token& stop = {});

// As a method, see methods.h.
MethodText about(const PcaOptions& options);
std::vector<Option> options_of(PcaOptions& options);
double memory_needed(const Recording& recording, const PcaOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const PcaOptions& options);
Placed placed_by(const PcaOptions& options, const MethodRun& run);

}  // namespace epochscope
