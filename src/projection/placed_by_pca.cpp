#include "projection/placed.h"

#include <epochscope/compute/known_maps.h>

#include <iomanip>
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

Placed placed_by_pca(const Recording& recording, const PcaOptions& options, const Job& job,
                     const ProjectionWatch& watch) {
    Placed placed;
    std::vector<LinearMap> maps = pca(recording, options, job);
    placed.places = places_by(maps, recording, job.stop);
    placed.source = {{"method", "pca"}, {"per_epoch", options.per_epoch ? "true" : "false"}};
    placed.remarks = {words_on(maps)};
    placed.explained_variance = shown_by(maps.front());
    placed.map = plane_map_of(std::move(maps));
    for (std::size_t e = 0; watch && e < placed.places.size(); ++e)
        watch({e, placed.places[e], {}});
    return placed;
}

}  // namespace epochscope
