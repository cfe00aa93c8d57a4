#include "projection/placed_learned.h"

#include <algorithm>
#include <utility>

namespace epochscope {

Placed placed_by_timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
                         const ProjectionWatch& watch) {
    TimevisResult result = timevis(recording, options, job, [&](const TimevisStatus& status) {
        if (watch) watch({status.epoch, status.places, terms_of(status.pass)});
    });
    Placed placed;
    placed.source = source_of(options.training);
    placed.source.insert({{"method", "timevis"},
                          {"complex_neighbours", std::to_string(options.neighbours)},
                          {"window", std::to_string(options.window)},
                          {"radius", text_of(options.radius)},
                          {"coverage", text_of(options.coverage)},
                          {"alpha", text_of(options.alpha)},
                          {"beta", text_of(options.beta)},
                          {"first_landmarks", std::to_string(options.first_landmarks)},
                          {"spatial_draws", text_of(options.spatial_draws)},
                          {"boundary_draws", text_of(options.boundary_draws)},
                          {"temporal_draws", text_of(options.temporal_draws)},
                          {"public_code", options.public_code ? "true" : "false"},
                          {"seed", std::to_string(options.seed)}});
    const auto [fewest, most] = std::ranges::minmax(result.landmarks);
    placed.remarks = {"learned from " + std::to_string(fewest) +
                      (most > fewest ? " to " + std::to_string(most) : "") + " of " +
                      std::to_string(recording.sample_count()) + " samples an epoch, in " +
                      std::to_string(result.passes.size()) + " passes"};
    if (!result.passes.empty()) placed.remarks.push_back(words_of(result.passes.back()));
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    placed.learned = {std::move(result.map)};
    return placed;
}

}  // namespace epochscope
