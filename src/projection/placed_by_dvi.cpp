#include "projection/method_memory.h"
#include "projection/method_work.h"
#include "projection/placed_learned.h"

#include <epochscope/compute/known_maps.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace epochscope {

MethodText about(const DviOptions&) {
    return {.id = "dvi",
            .label = "DVI",
            .shows =
                "A learned map for each epoch, started from the one before: each epoch on its "
                "own terms.",
            .hides = "How far samples moved: each epoch has its own scale, and the map moves too.",
            .leaves_checkpoints = true};
}

std::vector<Option> options_of(DviOptions& options) {
    std::vector<Option> all = shared_options(options);
    all.push_back({.id = "anchor-weight",
                   .value = &options.anchor_weight,
                   .label = "Anchor weight",
                   .help = "How strongly the map of an epoch is held to that of the epoch before, "
                           "more so the fewer neighbours changed. Larger: calmer, less true to "
                           "each epoch.",
                   .range = {0, 1e9, 0.1},
                   .old_ids = {"hold"}});
    return all;
}

double memory_needed(const Recording& recording, const DviOptions& options) {
    // Neighbours and boundary points of one epoch.
    return learning_memory(recording, options.graph_neighbours, 2);
}

std::optional<ProjectionWork> work_of(const Recording& recording, const DviOptions& options) {
    const double epochs = count_of(recording.epoch_count());
    const double samples = count_of(recording.sample_count());
    const double dimension = count_of(recording.dimension());
    // Most epochs gain little, and end when patience does.
    const double patience = options.training.patience;
    const double most = options.training.training_epochs;
    const double passes =
        std::min(most, 2 * patience) + (epochs - 1) * std::min(most, patience + 1);
    ProjectionWork work =
        edge_work(passes * samples *
                      edges_of_sample(options.graph_neighbours, options.spatial_draws,
                                      recording.has_logits() ? options.boundary_draws : 0),
                  autoencoder_weights(recording.dimension(), options.training));
    work += search_work(epochs * samples, 1.2 * samples, dimension, options.graph_neighbours);
    return work;
}

Placed placed_by(const DviOptions& options, const MethodRun& run) {
    DviResult result = dvi(
        run.recording, options, run.job,
        [&](const DviStatus& status) {
            if (run.watch) run.watch({status.epoch, status.places, terms_of(status.pass)});
        },
        run.checkpointing);
    Placed placed;
    placed.source = settings_of(options);
    if (!result.passes.empty())
        placed.remarks = {"at the last epoch " + words_of(result.passes.back())};
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    placed.map = plane_map_of(std::move(result.maps));
    return placed;
}

}  // namespace epochscope
