#pragma once

#include <epochscope/compute/team.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/option.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/method.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// All epochs laid out at once, so that the picture keeps who is near whom and how far samples
/// travel: the sum over epochs of t-SNE's divergence (van der Maaten & Hinton 2008), plus
/// `path_weight` times that of each sample's path from its path in feature space. Of a sample whose
/// places are y and embeddings x at epochs s and t that is
///
///     S = sum (|y^s - y^t| / a - |x^s - x^t|)^2 / sum |x^s - x^t|^2
///
/// with one scale a for all samples, which makes the mean of S least. So what moved far in feature
/// space moves far in the plane, and what stood still stands still.
///
/// Added to it is `together` times E times the mean over pairs of epochs s, t of the divergence
/// KL(P_ts || Q_ts): P_ts are t-SNE's affinities between the samples at t and those at s, joined
/// from both sides, (p(j|i) + p(i|j)) / 2N, of sum 1; Q_ts the weights 1 / (1 + |y_i^t - y_j^s|^2)
/// over their sum. So the same place means the same at all epochs.
struct SpacetimeOptions {
    /// Lambda. 0: each epoch's t-SNE from a common start.
    double path_weight = 5;
    /// Mu. 0: epochs are held together by paths alone.
    double together = 0;
    /// Three times as many neighbours are looked at: where there are fewer, it is lowered, see
    /// SpacetimeResult::warnings.
    double perplexity = 30;
    double early_exaggeration = 12;
    int early_iterations = 100;
    /// Iterations after those.
    int iterations = 400;
    /// Of more samples than this, so many are laid out, drawn at random, and the others are placed
    /// among them by who is near in feature space.
    std::size_t landmarks = 5000;
    /// See SpacetimeResult::maps. 0: none is learned.
    int map_epochs = 40;
    /// Which samples are drawn, and all else that is.
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// Where samples are while it goes on.
struct SpacetimeStatus {
    int iteration = 0;
    int iterations = 0;
    /// The mean over epochs of t-SNE's divergence, as estimated by its repulsion.
    double divergence = 0;
    /// The mean of S over samples.
    double stress = 0;
    /// Index of an epoch; each comes in its turn.
    std::size_t epoch = 0;
    /// Where all samples are at that epoch. Valid during the call.
    std::span<const Point> places;
};

struct SpacetimeResult {
    /// N places for each epoch that was laid out.
    std::vector<std::vector<Point>> places;
    /// As SpacetimeStatus has them, in the end, of the landmarks.
    double divergence = 0;
    double stress = 0;
    /// From feature space to the plane and back, one an epoch, learned of the landmarks: they do
    /// not place samples, which stand where they were laid out, but whatever else is to be placed.
    std::vector<LearnedMap> maps;
    /// How many samples were laid out, the others being placed among them.
    std::size_t landmarks = 0;
    /// What the user should know, in sentences.
    std::vector<std::string> warnings;
};

/// Where `before` are the places of all epochs but the last, N each, these stay, and the last is
/// laid out alone: from where samples were before it, with less early exaggeration, and by the
/// paths from all of them.
///
/// A team shares out epochs and hands their layouts round at each iteration, 16 E L bytes to each
/// rank. Each works out the stress of all paths, which is little.
///
/// Throws Error where values are not finite or options out of range, Cancelled when stopped.
/// O(E L^2 D + N E L D) for neighbours of L landmarks and N samples, O(E L (log L + perplexity +
/// E)) an iteration; beyond 64 epochs, paths look at some distances in time only, O(log E) of them.
SpacetimeResult spacetime(const Recording& recording, const SpacetimeOptions& options = {},
                          const Job& job = {},
                          const std::function<void(const SpacetimeStatus&)>& watch = {},
                          std::span<const std::vector<Point>> before = {}, const Team& team = {});

// As a method, see methods.h.
MethodText about(const SpacetimeOptions& options);
std::vector<Option> options_of(SpacetimeOptions& options);
double memory_needed(const Recording& recording, const SpacetimeOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const SpacetimeOptions& options);
Placed placed_by(const SpacetimeOptions& options, const MethodRun& run);

}  // namespace epochscope
