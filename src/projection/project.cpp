#include "projection/memory.h"

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

std::string text_of(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

/// How well the picture keeps who is near whom, so that two can be compared.
std::string divergence_of(const TsneResult& result) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << "the divergence is "
         << result.divergences.front();
    if (result.divergences.size() > 1)
        text << " at the first epoch and " << result.divergences.back() << " at the last";
    return text.str();
}

Placed placed_by_tsne(const Recording& recording, const TsneOptions& options, const Job& job,
                      const ProjectionWatch& watch) {
    TsneResult result = tsne(recording, options, job, [&](const TsneStatus& status) {
        if (watch) watch({status.epoch, status.places, status.divergence});
    });
    Placed placed;
    placed.source = {{"method", "tsne"},
                     {"perplexity", text_of(options.perplexity)},
                     {"early_exaggeration", text_of(options.early_exaggeration)},
                     {"early_iterations", std::to_string(options.early_iterations)},
                     {"iterations", std::to_string(options.iterations)},
                     {"seed", std::to_string(options.seed)},
                     {"start", options.warm_start ? "epoch before" : "principal components"}};
    if (options.warm_start)
        placed.source.insert({{"warm_iterations", std::to_string(options.warm_iterations)},
                              {"pull", text_of(options.pull)}});
    else
        placed.source["align"] = options.align ? "true" : "false";
    placed.remarks = {divergence_of(result)};
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    return placed;
}

Placed placed_by(const Recording& recording, const ProjectOptions& options, const Job& job,
                 const ProjectionWatch& watch) {
    if (options.method == Method::tsne) {
        TsneOptions tsne_options = options.tsne;
        tsne_options.threads = options.threads;
        return placed_by_tsne(recording, tsne_options, job, watch);
    }
    PcaOptions pca_options = options.pca;
    pca_options.threads = options.threads;
    Placed placed = placed_by_pca(recording, pca_options, job);
    if (watch)
        for (std::size_t e = 0; e < placed.places.size(); ++e) watch({e, placed.places[e], {}});
    return placed;
}

std::vector<NearestByClass> neighbours_in(const Recording& recording, const ProjectOptions& options,
                                          const Job& job) {
    std::vector<NearestByClass> lists;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        lists.push_back(nearest_by_class(
            recording.epoch(e).embeddings, recording.labels(),
            {.count = options.neighbours, .distance = options.distance, .threads = options.threads},
            job.part(e, recording.epoch_count())));
        recording.release(e);
    }
    return lists;
}

}  // namespace

Projection project(const Recording& recording, const ProjectOptions& options, const Job& job,
                   const ProjectionWatch& watch) {
    expect_memory(memory_needed(recording, options), memory_available());
    const bool listed = options.neighbours > 0;
    const double placing = !listed ? 1 : options.method == Method::tsne ? 0.95 : 0.5;
    const double placed_at = 0.9 * placing;
    Placed placed = placed_by(recording, options, job.part(0, placed_at), watch);
    PlanesFound found =
        find_planes(recording, placed.maps, options.threads, job.part(placed_at, placing));
    placed.warnings.insert(placed.warnings.end(), found.warnings.begin(), found.warnings.end());
    std::vector<NearestByClass> neighbours;
    if (listed) {
        neighbours = neighbours_in(recording, options, job.part(placing, 1));
        placed.source["neighbours"] = std::to_string(options.neighbours);
        placed.source["distance"] = options.distance == Distance::cosine ? "cosine" : "euclidean";
    }
    return {.series = projected_series(recording, std::move(placed.places), std::move(neighbours)),
            .maps = std::move(placed.maps),
            .planes = std::move(found.planes),
            .source = std::move(placed.source),
            .remarks = std::move(placed.remarks),
            .warnings = std::move(placed.warnings)};
}

}  // namespace epochscope
