#include "projection/cross_forces.h"
#include "projection/method_memory.h"
#include "projection/method_work.h"
#include "projection/place_learning.h"
#include "projection/placed.h"

#include <epochscope/compute/known_maps.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

/// Distances in time at which a sample's path is looked at, no more than about so many.
constexpr double most_lags = 64;
/// Looking at a pair of places of a path, in moves of a sample.
constexpr double pair_moves = 0.05;

double moves_of(const SpacetimeOptions& options) {
    return options.early_iterations + options.iterations;
}

/// Holding the places of an epoch together with those of others.
ProjectionWork crossing_work(const SpacetimeOptions& options, double landmarks, double dimension) {
    // Pushing by a sample, in moves of one.
    constexpr double push = 0.004;
    constexpr double pull = 0.3;
    constexpr auto others = static_cast<double>(most_other_epochs);
    const double near = 3 * std::min(options.perplexity, most_cross_perplexity);
    const double pushing = std::min(landmarks, static_cast<double>(most_pushing));
    ProjectionWork work;
    for (double other = 0; other < others; ++other)
        work += search_work(landmarks, landmarks, dimension, near);
    work.layout = moves_of(options) * landmarks * (push * pushing + pull);
    return work;
}

/// Learning the map of an epoch.
ProjectionWork map_work(const Recording& recording, const SpacetimeOptions& options,
                        double landmarks) {
    const PlaceLearning learning;
    const double width = count_of(learning.width);
    const double weights = count_of(recording.dimension()) * width + width * width + 2 * width;
    const BoundaryPlacing& boundary = learning.boundary;
    const bool has_boundary = recording.has_logits();
    const double points = has_boundary ? count_of(boundary.points) : 0;
    ProjectionWork work{.training =
                            options.map_epochs * learning_work(2 * landmarks + points, weights)};
    // A pair of a boundary point and a sample takes as long as so many multiply-adds.
    constexpr double pair = 12;
    work.training += pair * points * count_of(boundary.samples) * boundary.iterations;
    return work;
}

}  // namespace

MethodText about(const SpacetimeOptions&) {
    return {.id = "spacetime",
            .label = "Spacetime",
            .shows =
                "Who is near whom, and the journey: all epochs are laid out at once, so that "
                "samples that move far in feature space move far in the plane.",
            .hides = "Distances between groups.",
            .is_shared = true,
            .goes_along = true};
}

std::vector<Option> options_of(SpacetimeOptions& options) {
    return {
        {.id = "path-weight",
         .value = &options.path_weight,
         .label = "Neighbours ↔ journey",
         .help = "How much it counts that samples travel as far in the plane as in feature space. "
                 "Larger: truer journeys. Smaller: truer neighbours.",
         .range = {0, 1000, 0.5},
         .old_ids = {"lambda"}},
        {.id = "together",
         .value = &options.together,
         .label = "Together",
         .help = "How much it counts that a place means the same at all epochs: samples lie near "
                 "those that are like them at other epochs. 0: off. Takes more time.",
         .range = {0, 100, 0.1}},
        {.id = "perplexity",
         .value = &options.perplexity,
         .label = "Perplexity",
         .help = "How many neighbours each sample has, in effect. Smaller: fine grain. Larger: the "
                 "whole.",
         .range = {1, 1000}},
        {.id = "iterations",
         .value = &options.iterations,
         .label = "Iterations",
         .help = "Iterations of all epochs together, after those of early exaggeration.",
         .range = {0, 1e5, 50}},
        {.id = "landmarks",
         .value = &options.landmarks,
         .label = "Landmarks",
         .help = "If there are more samples, this many are laid out and the others placed among "
                 "them by their neighbours in feature space. Larger: slower and finer.",
         .range = {2, 1e6, 1000}},
        {.id = "map-epochs",
         .value = &options.map_epochs,
         .label = "Map epochs",
         .help = "Epochs of training the maps that are learned from the places; the landscape is "
                 "painted by them. Larger: truer maps. 0: no maps.",
         .range = {0, 1e4, 10},
         .advanced = true,
         .old_ids = {"map-passes"}},
        {.id = "early-exaggeration",
         .value = &options.early_exaggeration,
         .label = "Early exaggeration",
         .help = "How much more samples attract each other during the early iterations. Larger: "
                 "groups lie farther apart.",
         .range = {1, 1e6},
         .advanced = true},
        {.id = "early-iterations",
         .value = &options.early_iterations,
         .label = "Early iterations",
         .help = "Iterations with early exaggeration.",
         .range = {0, 1e5, 50},
         .advanced = true},
        seed_option(options.seed),
    };
}

double memory_needed(const Recording& recording, const SpacetimeOptions& options) {
    // Pairs of epochs at which a sample's path is looked at, no more than about so many an epoch.
    constexpr double most_pairs = 64;
    // Of a sample that is placed among landmarks, at an epoch.
    constexpr double placing_bytes = 15 * 8;
    const auto samples = static_cast<double>(recording.sample_count());
    const auto epochs = static_cast<double>(recording.epoch_count());
    const double landmarks = std::min(samples, static_cast<double>(options.landmarks));
    double needed =
        landmarks * epochs *
        (layout_memory(options.perplexity) + sizeof(float) * std::min(epochs / 2, most_pairs));
    // Of both directions.
    if (options.together > 0)
        needed += landmarks * epochs * static_cast<double>(most_other_epochs) * 6 *
                  std::min(options.perplexity, most_cross_perplexity) *
                  (sizeof(float) + sizeof(std::int32_t));
    if (landmarks < samples)
        needed += epochs * (samples * placing_bytes +
                            landmarks * static_cast<double>(recording.dimension() * sizeof(float)));
    return needed;
}

std::optional<ProjectionWork> work_of(const Recording& recording, const SpacetimeOptions& options) {
    const double samples = count_of(recording.sample_count());
    const double epochs = count_of(recording.epoch_count());
    const double dimension = count_of(recording.dimension());
    const double landmarks = std::min(samples, static_cast<double>(options.landmarks));
    ProjectionWork work = affinity_work(landmarks, dimension, options.perplexity);
    if (landmarks < samples) work += search_work(samples, landmarks, dimension, 15);
    work.layout += moves_of(options) * moving_work(landmarks, options.perplexity);
    if (options.together > 0) work += crossing_work(options, landmarks, dimension);
    if (options.map_epochs > 0) work += map_work(recording, options, landmarks);
    work = {epochs * work.search, epochs * work.layout, epochs * work.training};
    // Each pair of epochs, of each path: measured once, and looked at in each move.
    const double pairs = landmarks * epochs * std::min(epochs / 2, most_lags);
    work.search += 2 * pairs * dimension;
    work.layout += pair_moves * pairs * moves_of(options);
    return work;
}

Placed placed_by(const SpacetimeOptions& options, const MethodRun& run) {
    const auto watch = [&](const SpacetimeStatus& status) {
        const std::array<LossTerm, 2> terms{
            {{"divergence", status.divergence}, {"path stress", status.stress}}};
        if (run.watch) run.watch({status.epoch, status.places, terms});
    };
    SpacetimeResult result =
        spacetime(run.recording, options, run.job, watch, run.before, run.team);
    Placed placed;
    placed.source = settings_of(options);
    placed.remarks = {"the divergence is " + rounded(result.divergence) +
                      " on average, the path stress " + rounded(result.stress)};
    if (result.landmarks < run.recording.sample_count())
        placed.remarks.push_back(std::to_string(result.landmarks) +
                                 " samples were laid out, the others placed among them by who is "
                                 "near in feature space");
    placed.warnings = std::move(result.warnings);
    placed.map = plane_map_of(std::move(result.maps));
    placed.places = std::move(result.places);
    return placed;
}

}  // namespace epochscope
