#include "projection/placed.h"

#include <epochscope/compute/known_maps.h>

#include <array>
#include <utility>

namespace epochscope {

Placed placed_by_spacetime(const Recording& recording, const SpacetimeOptions& options,
                           const Job& job, const ProjectionWatch& watch) {
    SpacetimeResult result = spacetime(recording, options, job, [&](const SpacetimeStatus& status) {
        const std::array<LossTerm, 2> terms{
            {{"divergence", status.divergence}, {"path stress", status.stress}}};
        if (watch) watch({status.epoch, status.places, terms});
    });
    Placed placed;
    placed.source = {{"method", "spacetime"},
                     {"lambda", text_of(options.lambda)},
                     {"perplexity", text_of(options.perplexity)},
                     {"early_exaggeration", text_of(options.early_exaggeration)},
                     {"early_iterations", std::to_string(options.early_iterations)},
                     {"iterations", std::to_string(options.iterations)},
                     {"landmarks", std::to_string(result.landmarks)},
                     {"seed", std::to_string(options.seed)}};
    placed.remarks = {"the divergence is " + rounded(result.divergence) +
                      " on average, the path stress " + rounded(result.stress)};
    if (result.landmarks < recording.sample_count())
        placed.remarks.push_back(std::to_string(result.landmarks) +
                                 " samples were laid out, the others placed among them by who is "
                                 "near in feature space");
    placed.warnings = std::move(result.warnings);
    placed.map = plane_map_of(std::move(result.maps));
    placed.places = std::move(result.places);
    return placed;
}

}  // namespace epochscope
