#include "projection/placed_learned.h"
#include "projection/settings.h"

#include <epochscope/compute/known_maps.h>

#include <algorithm>
#include <utility>

namespace epochscope {

Placed placed_by_timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
                         const ProjectionWatch& watch, const Checkpointing& checkpointing) {
    TimevisResult result = timevis(
        recording, options, job,
        [&](const TimevisStatus& status) {
            if (watch) watch({status.epoch, status.places, terms_of(status.pass)});
        },
        checkpointing);
    Placed placed;
    placed.source = settings_of(options);
    const auto [fewest, most] = std::ranges::minmax(result.landmarks);
    placed.remarks = {"learned from " + std::to_string(fewest) +
                      (most > fewest ? " to " + std::to_string(most) : "") + " of " +
                      std::to_string(recording.sample_count()) + " samples an epoch, in " +
                      std::to_string(result.passes.size()) + " passes"};
    if (!result.passes.empty()) placed.remarks.push_back(words_of(result.passes.back()));
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    placed.map = plane_map_of(std::vector{std::move(result.map)});
    return placed;
}

}  // namespace epochscope
