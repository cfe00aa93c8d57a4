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

/// TimeVis (Yang et al. 2022, "Temporality Spatialization"): one autoencoder for all epochs,
/// learned from samples that are near each other, from samples near the classifier's boundaries,
/// and from each sample and itself at other epochs.
struct TimevisOptions {
    int graph_neighbours = 15;
    /// Epochs, half of them before and half after, among which a sample's own nearest are looked
    /// for; 0: all.
    int temporal_window = 0;
    /// It is learned from landmarks: samples such that balls around them, of this radius at the
    /// last epoch and in units of the longest embedding, hold this fraction of all. Radius 0: all
    /// samples.
    double landmark_radius = 0.33;
    double landmark_coverage = 0.95;
    /// By how much the radius falls where embeddings are longer, and where they are of more
    /// dimensions, than at the last epoch (eq. 3).
    double alpha = 0;
    double beta = 0.1;
    /// Drawn at random; 0: a sixth of the samples, 20 to 300.
    int first_landmarks = 0;
    /// How often the strongest edges of each kind are drawn in an epoch of the training, others by
    /// their weight.
    double spatial_draws = 5;
    double boundary_draws = 5;
    double temporal_draws = 20;
    TrainingOptions training;
    /// As the authors' published code does what it does otherwise than the paper says: landmarks
    /// until all is covered, each sample among its own neighbours, epochs joined by ranks that are
    /// taken for indices, embeddings as they are.
    bool public_code = false;
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// How it stands after a pass.
struct TimevisStatus {
    TrainingPass pass;
    /// The index of the last epoch, and its places. Valid during the call.
    std::size_t epoch = 0;
    std::span<const Point> places;
};

struct TimevisResult {
    LearnedMap map;
    /// N places an epoch.
    std::vector<std::vector<Point>> places;
    std::vector<TrainingPass> passes;
    /// How many samples it was learned from at each epoch.
    std::vector<std::size_t> landmarks;
    /// What the user should know, in sentences: no boundary points and why, ...
    std::vector<std::string> warnings;
};

/// Throws Error where values are not finite, options out of range, or the loss is no number any
/// more, Cancelled when stopped. Holds all landmarks of all epochs.
TimevisResult timevis(const Recording& recording, const TimevisOptions& options = {},
                      const Job& job = {},
                      const std::function<void(const TimevisStatus&)>& watch = {},
                      const Checkpointing& checkpointing = {});

// As a method, see methods.h.
MethodText about(const TimevisOptions& options);
std::vector<Option> options_of(TimevisOptions& options);
double memory_needed(const Recording& recording, const TimevisOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const TimevisOptions& options);
Placed placed_by(const TimevisOptions& options, const MethodRun& run);

}  // namespace epochscope
