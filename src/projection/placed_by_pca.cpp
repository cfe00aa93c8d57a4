#include "projection/method_work.h"
#include "projection/placed.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/compute/principal_components.h>
#include <epochscope/model/picked_epochs.h>

#include <algorithm>
#include <iomanip>
#include <optional>
#include <sstream>

namespace epochscope {

namespace {

std::string percent(double share) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100 * share << " %";
    return text.str();
}

double shown_by(const LinearMap& map) { return map.explained[0] + map.explained[1]; }

/// How much of the variance the plane shows, so that nobody takes it for all.
std::string words_on(const std::vector<LinearMap>& maps) {
    std::string text = "the plane shows " + percent(shown_by(maps.front()));
    if (maps.size() > 1) text += " (first epoch) to " + percent(shown_by(maps.back())) + " (last)";
    return text + " of the variance";
}

}  // namespace

MethodText about(const PcaOptions&) {
    return {.id = "pca",
            .label = "Principal components (PCA)",
            .shows =
                "The two directions in feature space in which samples vary most, the same for "
                "all epochs. Distances and movement are real.",
            .hides = "Most of the variance, if there are many classes.",
            .is_quick = true,
            .is_shared = true,
            .goes_along = true};
}

std::vector<Option> options_of(PcaOptions& options) {
    return {{.id = "per-epoch",
             .value = &options.per_epoch,
             .label = "Per epoch",
             .help =
                 "Directions of each epoch's own, turned to lie as the epoch before. Shows more "
                 "of each epoch, and movement that is not there."}};
}

double memory_needed(const Recording&, const PcaOptions&) { return 0; }

std::optional<ProjectionWork> work_of(const Recording& recording, const PcaOptions&) {
    // The covariance, in double precision.
    const double dimension = count_of(recording.dimension());
    const double wide = std::min(dimension, count_of(pca_exact_dimension));
    return ProjectionWork{.search = 2 * count_of(recording.sample_count()) *
                                    count_of(recording.epoch_count()) * dimension * wide};
}

Placed placed_by(const PcaOptions& options, const MethodRun& run) {
    Placed placed;
    std::vector<LinearMap> maps;
    if (run.before.empty()) {
        maps = pca(run.recording, options, run.job);
        placed.places = places_by(maps, run.recording, run.job.stop);
    } else {
        const std::size_t last = run.before.size();
        maps = {next_map(run.recording, run.before.back(), options, run.job)};
        placed.places = places_by(maps, picked_epochs(run.recording, {&last, 1}), run.job.stop);
    }
    placed.source = settings_of(options);
    placed.remarks = {words_on(maps)};
    placed.explained_variance = shown_by(maps.front());
    placed.map = plane_map_of(std::move(maps));
    for (std::size_t e = 0; run.watch && e < placed.places.size(); ++e)
        run.watch({run.before.size() + e, placed.places[e], {}});
    return placed;
}

}  // namespace epochscope
