#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/option.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/checkpointing.h>
#include <epochscope/projection/map_training.h>
#include <epochscope/projection/method.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// DVI (Yang et al. 2022, "DeepVisualInsight"): an autoencoder an epoch, each begun as that of the
/// epoch before ended and held back the more the fewer neighbours changed.
struct DviOptions {
    int graph_neighbours = 15;
    /// How strongly the map of an epoch is held to that of the epoch before: this, times the share
    /// of neighbours that stayed, times the sum of squared differences of their parameters. More:
    /// calmer, and less true to each epoch.
    double anchor_weight = 0.3;
    /// How often the strongest edges of each kind are drawn in an epoch of the training, others by
    /// their weight.
    double spatial_draws = 5;
    double boundary_draws = 5;
    TrainingOptions training{.learning_rate = 1e-3,
                             .learning_rate_step = 8,
                             .min_learning_rate = 1e-4,
                             .training_epochs = 200,
                             .patience = 8};
    /// As the authors' published code does: each sample among its own neighbours, embeddings as
    /// they are instead of moved and scaled alike at each epoch.
    bool public_code = false;
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// How it stands after a pass.
struct DviStatus {
    TrainingPass pass;
    /// The index of the epoch, and its places. Valid during the call.
    std::size_t epoch = 0;
    std::span<const Point> places;
};

struct DviResult {
    /// One an epoch.
    std::vector<LearnedMap> maps;
    /// N places an epoch.
    std::vector<std::vector<Point>> places;
    /// The last pass of each epoch.
    std::vector<TrainingPass> passes;
    /// What the user should know, in sentences.
    std::vector<std::string> warnings;
};

/// The share of each sample's neighbours that it still has, over all samples; 0 without neighbours.
double share_that_stayed(std::span<const std::int32_t> before, std::span<const std::int32_t> now,
                         std::size_t count);

/// Throws Error where values are not finite, options out of range, or the loss is no number any
/// more, Cancelled when stopped. Holds the embeddings of one epoch.
DviResult dvi(const Recording& recording, const DviOptions& options = {}, const Job& job = {},
              const std::function<void(const DviStatus&)>& watch = {},
              const Checkpointing& checkpointing = {});

// As a method, see methods.h.
MethodText about(const DviOptions& options);
std::vector<Option> options_of(DviOptions& options);
double memory_needed(const Recording& recording, const DviOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const DviOptions& options);
Placed placed_by(const DviOptions& options, const MethodRun& run);

}  // namespace epochscope
