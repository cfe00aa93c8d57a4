#include "projection/placed.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/projection/kept_maps.h>
#include <epochscope/projection/memory.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace epochscope {

namespace {

/// With the threads of all.
Placed placed_by(const Recording& recording, const ProjectOptions& options, const Job& job,
                 const ProjectionWatch& watch) {
    const MethodRun run{recording, job, watch, options.checkpointing, options.folder};
    return std::visit(
        [&](auto method) {
            method.threads = options.threads;
            return placed_by(method, run);
        },
        options.method);
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

/// Puts what stands in where an epoch has nothing of its own.
template <typename Of>
std::size_t lend(std::vector<Of>& own, std::vector<Of>& spare, auto is_known) {
    std::size_t lent = 0;
    for (std::size_t e = 0; e < spare.size(); ++e) {
        if (is_known(own[e]) || !is_known(spare[e])) continue;
        own[e] = std::move(spare[e]);
        ++lent;
    }
    return lent;
}

/// What makes logits of places.
struct Logits {
    Heads heads;
    LogitPlanes planes;
};

Logits logits_of(const Recording& recording, Placed& placed, int threads, const Job& job) {
    if (placed.maps.empty() && placed.learned.empty()) return {};
    HeadsFound found = find_heads(recording, threads, job);
    placed.warnings.insert(placed.warnings.end(), found.warnings.begin(), found.warnings.end());
    Logits logits{std::move(found.heads), {}};
    std::size_t lent = 0;
    if (placed.learned.empty()) {
        logits.planes = planes_by(placed.maps, logits.heads);
        // Planes say all that linear heads do; not so between maps of their own.
        if (placed.maps.size() == 1)
            for (Head& head : logits.heads)
                if (head.is_linear()) head = {};
        lent = lend(logits.planes, placed.spare_planes,
                    [](const auto& planes) { return !planes.empty(); });
        lent += lend(logits.heads, placed.spare_heads, std::mem_fn(&Head::is_module));
        if (std::ranges::none_of(logits.heads, &Head::is_known)) logits.heads.clear();
    } else {
        lent = lend(logits.heads, placed.spare_heads, std::mem_fn(&Head::is_known));
    }
    if (lent > 0)
        placed.remarks.push_back("at " + std::to_string(lent) +
                                 " epochs without a head of their own, those of the maps' folder "
                                 "decide");
    return logits;
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
    Logits logits =
        logits_of(recording, placed, options.threads, job.part(shares.placed, shares.heads));
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
            .maps = std::move(placed.maps),
            .learned = std::move(placed.learned),
            .planes = std::move(logits.planes),
            .heads = std::move(logits.heads),
            .source = std::move(placed.source),
            .remarks = std::move(placed.remarks),
            .warnings = std::move(placed.warnings)};
}

}  // namespace

std::vector<Option> options_of(ProjectOptions& options) {
    return {
        {.id = "neighbours",
         .value = &options.neighbours,
         .label = "Neighbours",
         .help = "How many nearest neighbours in feature space are listed for each sample and "
                 "epoch, of its own class and of the others each. 0: none; the window then shows "
                 "neighbours in the plane.",
         .range = {0, 1000}},
        {.id = "approximate",
         .value = &options.approximate_neighbours,
         .label = "Approximate",
         .help = "Searches neighbours faster (HNSW), for hundreds of thousands of samples. Which "
                 "fraction of the nearest is found is measured and reported.",
         .advanced = true},
        {.id = "distance",
         .value = index_of(options.distance),
         .label = "Distance",
         .help = "Of neighbours in feature space. cosine: by the angle between embeddings.",
         .choices = {"euclidean", "cosine"}},
        {.id = "threads",
         .value = &options.threads,
         .label = "Threads",
         .help = "How many threads work; 0: one for each processor core. The result is the same "
                 "for any number.",
         .range = {0, 1024},
         .advanced = true},
    };
}

Projection project(const Recording& recording, const ProjectOptions& options, const Job& job,
                   const ProjectionWatch& watch) {
    expect_memory(memory_needed(recording, options), memory_available());
    const Shares shares = shares_of(options, about(options.method).is_quick);
    Placed placed = placed_by(recording, options, job.part(0, shares.placed), watch);
    return completed(recording, std::move(placed), options, shares, job);
}

Projection project_by(const KeptMaps& maps, const Recording& recording,
                      const ProjectOptions& options, const Job& job, const ProjectionWatch& watch) {
    ProjectOptions quick = options;
    quick.method = PcaOptions{};
    expect_memory(memory_needed(recording, quick), memory_available());
    const Shares shares = shares_of(options, true);
    Placed placed =
        placed_by_maps(maps, recording, options.threads, job.part(0, shares.placed), watch);
    return completed(recording, std::move(placed), options, shares, job);
}

}  // namespace epochscope
