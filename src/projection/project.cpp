#include "projection/placed.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/projection/memory.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/projected_series.h>
#include <epochscope/projection/stored_map.h>

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
            return placed_by_timevis(recording, options.timevis, job, watch, options.checkpointing);
        case Method::dvi:
            return placed_by_dvi(recording, options.dvi, job, watch, options.checkpointing);
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

/// Adds the recording's heads to the map.
void add_heads(const Recording& recording, Placed& placed, int threads, const Job& job) {
    if (!placed.map.has_maps()) return;
    const HeadsFound found = find_heads(recording, threads, job);
    placed.warnings.insert(placed.warnings.end(), found.warnings.begin(), found.warnings.end());
    std::size_t lent = 0;
    for (std::size_t e = 0; e < found.heads.size(); ++e)
        if (!found.heads[e].is_known() && placed.map.logits(e).is_known()) ++lent;
    if (lent > 0)
        placed.remarks.push_back("at " + std::to_string(lent) +
                                 " epochs without a head of their own, those of the maps' folder "
                                 "decide");
    placed.map = placed.map.with_heads(found.heads);
}

/// The shares of the work at which all samples are placed, and neighbours are begun with.
struct Shares {
    double placed;
    double heads;
};

Shares shares_of(const ProjectOptions& options, bool is_quick) {
    const double heads = options.neighbours == 0 ? 1 : is_quick ? 0.5 : 0.95;
    return {0.9 * heads, heads};
}

Projection completed(const Recording& recording, Placed placed, const ProjectOptions& options,
                     const Shares& shares, const Job& job) {
    add_heads(recording, placed, options.threads, job.part(shares.placed, shares.heads));
    Neighbours neighbours;
    if (options.neighbours > 0) {
        neighbours = neighbours_in(recording, options, job.part(shares.heads, 1));
        if (options.approximate_neighbours) {
            placed.source["neighbour_recall"] = rounded(neighbours.recall);
            placed.remarks.push_back("of the nearest neighbours " + rounded(neighbours.recall) +
                                     " were found, at the epoch where fewest were (by " +
                                     std::to_string(recall_samples) + " samples)");
        }
        placed.source["neighbours"] = std::to_string(options.neighbours);
        placed.source["distance"] = options.distance == Distance::cosine ? "cosine" : "euclidean";
    }
    return {.series = projected_series(recording, std::move(placed.places),
                                       std::move(neighbours.lists), placed.frame),
            .map = std::move(placed.map),
            .explained_variance = placed.explained_variance,
            .source = std::move(placed.source),
            .remarks = std::move(placed.remarks),
            .warnings = std::move(placed.warnings)};
}

}  // namespace

Projection project(const Recording& recording, const ProjectOptions& options, const Job& job,
                   const ProjectionWatch& watch) {
    expect_memory(memory_needed(recording, options), memory_available());
    const Shares shares = shares_of(options, options.method == Method::pca);
    Placed placed = placed_by(recording, options, job.part(0, shares.placed), watch);
    return completed(recording, std::move(placed), options, shares, job);
}

Projection project_by(const StoredMap& stored, const Recording& recording,
                      const ProjectOptions& options, const Job& job, const ProjectionWatch& watch) {
    ProjectOptions quick = options;
    quick.method = Method::pca;
    expect_memory(memory_needed(recording, quick), memory_available());
    const Shares shares = shares_of(options, true);
    Placed placed =
        placed_by_maps(stored, recording, options.threads, job.part(0, shares.placed), watch);
    return completed(recording, std::move(placed), options, shares, job);
}

}  // namespace epochscope
