#include "projection/placed.h"

#include <iomanip>
#include <sstream>

namespace epochscope {

namespace {

std::string percent(double share) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100 * share << " %";
    return text.str();
}

/// What the picture shows of what there is, so that nobody takes it for all.
std::string shown_by(const std::vector<LinearMap>& maps) {
    const auto shown = [](const LinearMap& map) {
        return percent(map.explained[0] + map.explained[1]);
    };
    std::string text = "the plane shows " + shown(maps.front());
    if (maps.size() > 1) text += " (first epoch) to " + shown(maps.back()) + " (last)";
    return text + " of the variance";
}

}  // namespace

Placed placed_by_pca(const Recording& recording, const PcaOptions& options, const Job& job,
                     const ProjectionWatch& watch) {
    Placed placed;
    placed.maps = pca(recording, options, job);
    placed.places = places_by(placed.maps, recording, job.stop);
    placed.source = {{"method", "pca"}, {"per_epoch", options.per_epoch ? "true" : "false"}};
    placed.remarks = {shown_by(placed.maps)};
    for (std::size_t e = 0; watch && e < placed.places.size(); ++e)
        watch({e, placed.places[e], {}});
    return placed;
}

}  // namespace epochscope
