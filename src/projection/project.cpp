#include "projection/memory.h"
#include "projection/placed.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// With the threads of all.
Placed placed_by(const Recording& recording, ProjectOptions options, const Job& job,
                 const ProjectionWatch& watch) {
    options.pca.threads = options.tsne.threads = options.spacetime.threads =
        options.timevis.threads = options.dvi.threads = options.threads;
    switch (options.method) {
        case Method::tsne:
            return placed_by_tsne(recording, options.tsne, job, watch);
        case Method::spacetime:
            return placed_by_spacetime(recording, options.spacetime, job, watch);
        case Method::timevis:
            return placed_by_timevis(recording, options.timevis, job, watch);
        case Method::dvi:
            return placed_by_dvi(recording, options.dvi, job, watch);
        case Method::pca:
            break;
    }
    return placed_by_pca(recording, options.pca, job, watch);
}

struct Neighbours {
    /// An epoch after another.
    std::vector<NearestByClass> lists;
    /// The least recall of all epochs.
    double recall = 1;
};

Neighbours neighbours_in(const Recording& recording, const ProjectOptions& options,
                         const Job& job) {
    Neighbours found;
    const NearestOptions nearest{
        .count = options.neighbours, .distance = options.distance, .threads = options.threads};
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        const Table& rows = recording.epoch(e).embeddings;
        const Job part = job.part(e, recording.epoch_count());
        if (options.approximate_neighbours) {
            auto near = approximately_nearest_by_class(rows, recording.labels(), nearest, part);
            found.lists.push_back(std::move(near.lists));
            found.recall = std::min(found.recall, near.recall);
        } else {
            found.lists.push_back(nearest_by_class(rows, recording.labels(), nearest, part));
        }
        recording.release(e);
    }
    return found;
}

}  // namespace

Projection project(const Recording& recording, const ProjectOptions& options, const Job& job,
                   const ProjectionWatch& watch) {
    expect_memory(memory_needed(recording, options), memory_available());
    const bool listed = options.neighbours > 0;
    const double placing = !listed ? 1 : options.method == Method::pca ? 0.5 : 0.95;
    const double placed_at = 0.9 * placing;
    Placed placed = placed_by(recording, options, job.part(0, placed_at), watch);
    HeadsFound found;
    if (!placed.maps.empty() || !placed.learned.empty())
        found = find_heads(recording, options.threads, job.part(placed_at, placing));
    placed.warnings.insert(placed.warnings.end(), found.warnings.begin(), found.warnings.end());
    Neighbours neighbours;
    if (listed) {
        neighbours = neighbours_in(recording, options, job.part(placing, 1));
        if (options.approximate_neighbours) {
            placed.source["neighbour_recall"] = rounded(neighbours.recall);
            placed.remarks.push_back("of the nearest neighbours " + rounded(neighbours.recall) +
                                     " were found, at the epoch where fewest were (by " +
                                     std::to_string(recall_samples) + " samples)");
        }
        placed.source["neighbours"] = std::to_string(options.neighbours);
        placed.source["distance"] = options.distance == Distance::cosine ? "cosine" : "euclidean";
    }
    LogitPlanes planes = planes_by(placed.maps, found.heads);
    if (placed.learned.empty()) found.heads.clear();
    return {.series =
                projected_series(recording, std::move(placed.places), std::move(neighbours.lists)),
            .maps = std::move(placed.maps),
            .learned = std::move(placed.learned),
            .planes = std::move(planes),
            .heads = std::move(found.heads),
            .source = std::move(placed.source),
            .remarks = std::move(placed.remarks),
            .warnings = std::move(placed.warnings)};
}

}  // namespace epochscope
