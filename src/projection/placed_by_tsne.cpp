#include "projection/method_memory.h"
#include "projection/method_work.h"
#include "projection/placed.h"

#include <optional>
#include <utility>

namespace epochscope {

namespace {

/// How well the picture keeps who is near whom, so that two can be compared.
std::string divergence_of(const TsneResult& result) {
    std::string text = "the divergence is " + rounded(result.divergences.front());
    if (result.divergences.size() > 1)
        text += " at the first epoch and " + rounded(result.divergences.back()) + " at the last";
    return text;
}

}  // namespace

MethodText about(const TsneOptions&) {
    return {.id = "tsne",
            .label = "t-SNE",
            .shows = "Who is near whom in feature space. Each epoch starts from the one before.",
            .hides = "Distances between groups, and how far samples moved.",
            .is_shared = true,
            .goes_along = true};
}

std::vector<Option> options_of(TsneOptions& options) {
    return {
        {.id = "perplexity",
         .value = &options.perplexity,
         .label = "Perplexity",
         .help = "How many neighbours each sample has, in effect. Smaller: fine grain. Larger: the "
                 "whole.",
         .range = {1, 1000}},
        {.id = "iterations",
         .value = &options.iterations,
         .label = "Iterations",
         .help = "Iterations of the first epoch, after those of early exaggeration.",
         .range = {0, 1e5, 50}},
        {.id = "warm-start",
         .value = &options.warm_start,
         .label = "Warm start",
         .help = "On: each epoch starts from the one before, so that what stands still in feature "
                 "space stands still in the plane. Off: each starts from its principal components.",
         .old_ids = {"independent=false"}},
        {.id = "warm-iterations",
         .value = &options.warm_iterations,
         .label = "Warm iterations",
         .help = "Iterations of each epoch that starts from the one before.",
         .range = {0, 1e5, 50},
         .needs = "warm-start"},
        {.id = "pull",
         .value = &options.pull,
         .label = "Pull",
         .help = "How strongly samples are held where they were at the epoch before. Larger: "
                 "calmer, less true to each epoch.",
         .range = {0, 1e6, 0.0005},
         .needs = "warm-start"},
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
        {.id = "align",
         .value = &options.align,
         .label = "Align",
         .help = "On: without a warm start, each epoch is turned and mirrored to lie as the one "
                 "before (orthogonal Procrustes).",
         .advanced = true},
        {.id = "repulsion",
         .value = index_of(options.repulsion),
         .label = "Repulsion",
         .help = "exact: all pairs, in double precision. cells: distant samples together "
                 "(Barnes-Hut). automatic: exact up to 500 samples.",
         .choices = {"automatic", "exact", "cells"},
         .advanced = true},
        seed_option(options.seed),
    };
}

double memory_needed(const Recording& recording, const TsneOptions& options) {
    return static_cast<double>(recording.sample_count()) *
           (static_cast<double>(recording.dimension() * sizeof(float)) +
            layout_memory(options.perplexity));
}

std::optional<ProjectionWork> work_of(const Recording& recording, const TsneOptions& options) {
    // Its divergence in the end, of each pair.
    constexpr double compared = 4;
    const double samples = count_of(recording.sample_count());
    const double epochs = count_of(recording.epoch_count());
    const double others = options.warm_start ? options.warm_iterations
                                             : options.early_iterations + options.iterations;
    const double moves = options.early_iterations + options.iterations + (epochs - 1) * others;
    ProjectionWork work =
        affinity_work(samples, count_of(recording.dimension()), options.perplexity);
    work.search = epochs * (work.search + compared * samples * samples);
    work.layout = epochs * work.layout + moves * moving_work(samples, options.perplexity);
    return work;
}

Placed placed_by(const TsneOptions& options, const MethodRun& run) {
    const auto watch = [&](const TsneStatus& status) {
        const LossTerm term{"divergence", status.divergence};
        if (run.watch) run.watch({status.epoch, status.places, {&term, 1}});
    };
    TsneResult result = tsne(run.recording, options, run.job, watch, run.before, run.team);
    Placed placed;
    placed.source = settings_of(options);
    placed.remarks = {divergence_of(result)};
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    return placed;
}

}  // namespace epochscope
