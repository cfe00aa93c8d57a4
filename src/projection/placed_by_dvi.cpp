#include "projection/placed_learned.h"

#include <utility>

namespace epochscope {

Placed placed_by_dvi(const Recording& recording, const DviOptions& options, const Job& job,
                     const ProjectionWatch& watch) {
    DviResult result = dvi(recording, options, job, [&](const DviStatus& status) {
        if (watch) watch({status.epoch, status.places, terms_of(status.pass)});
    });
    Placed placed;
    placed.source = source_of(options.training);
    placed.source.insert({{"method", "dvi"},
                          {"complex_neighbours", std::to_string(options.neighbours)},
                          {"hold", text_of(options.hold)},
                          {"spatial_draws", text_of(options.spatial_draws)},
                          {"boundary_draws", text_of(options.boundary_draws)},
                          {"public_code", options.public_code ? "true" : "false"},
                          {"seed", std::to_string(options.seed)}});
    if (!result.passes.empty())
        placed.remarks = {"at the last epoch " + words_of(result.passes.back())};
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    placed.learned = std::move(result.maps);
    return placed;
}

}  // namespace epochscope
