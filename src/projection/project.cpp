#include <epochscope/projection/project.h>
#include <epochscope/projection/projected_series.h>

#include <iomanip>
#include <sstream>
#include <string>
#include <utility>

namespace epochscope {

namespace {

struct Placed {
    std::vector<std::vector<Point>> places;
    std::vector<LinearMap> maps;
    std::map<std::string, std::string> source;
    std::vector<std::string> remarks;
    std::vector<std::string> warnings;
};

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

Placed placed_by_pca(const Recording& recording, PcaOptions options, const Job& job) {
    Placed placed;
    placed.maps = pca(recording, options, job);
    placed.places = places_by(placed.maps, recording, job.stop);
    placed.source = {{"method", "pca"}, {"per_epoch", options.per_epoch ? "true" : "false"}};
    placed.remarks = {shown_by(placed.maps)};
    return placed;
}

/// The job of a part of the work that begins when `from` of it is done and ends at `to`.
Job part_of(const Job& job, double from, double to) {
    return {.progress = [&job, from, to](double share) { job.reached(from + (to - from) * share); },
            .stop = job.stop};
}

std::vector<NearestByClass> neighbours_in(const Recording& recording, const ProjectOptions& options,
                                          const Job& job) {
    std::vector<NearestByClass> lists;
    const auto epochs = static_cast<double>(recording.epoch_count());
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        const auto done = static_cast<double>(e);
        lists.push_back(nearest_by_class(
            recording.epoch(e).embeddings, recording.labels(),
            {.count = options.neighbours, .distance = options.distance, .threads = options.threads},
            part_of(job, done / epochs, (done + 1) / epochs)));
        recording.release(e);
    }
    return lists;
}

}  // namespace

Projection project(const Recording& recording, const ProjectOptions& options, const Job& job,
                   const ProjectionWatch& watch) {
    const bool listed = options.neighbours > 0;
    const double placing = listed ? 0.5 : 1;
    PcaOptions pca_options = options.pca;
    pca_options.threads = options.threads;
    Placed placed = placed_by_pca(recording, pca_options, part_of(job, 0, placing));
    if (watch)
        for (std::size_t e = 0; e < placed.places.size(); ++e) watch(e, placed.places[e]);
    std::vector<NearestByClass> neighbours;
    if (listed) {
        neighbours = neighbours_in(recording, options, part_of(job, placing, 1));
        placed.source["neighbours"] = std::to_string(options.neighbours);
        placed.source["distance"] = options.distance == Distance::cosine ? "cosine" : "euclidean";
    }
    return {.series = projected_series(recording, std::move(placed.places), std::move(neighbours)),
            .maps = std::move(placed.maps),
            .source = std::move(placed.source),
            .remarks = std::move(placed.remarks),
            .warnings = std::move(placed.warnings)};
}

}  // namespace epochscope
