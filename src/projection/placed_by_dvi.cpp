#include "projection/placed_learned.h"
#include "projection/settings.h"

#include <epochscope/compute/known_maps.h>

#include <utility>

namespace epochscope {

Placed placed_by_dvi(const Recording& recording, const DviOptions& options, const Job& job,
                     const ProjectionWatch& watch, const Checkpointing& checkpointing) {
    DviResult result = dvi(
        recording, options, job,
        [&](const DviStatus& status) {
            if (watch) watch({status.epoch, status.places, terms_of(status.pass)});
        },
        checkpointing);
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
