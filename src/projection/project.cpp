#include "projection/completed.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/projection/memory.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/projected_series.h>
#include <epochscope/projection/stored_map.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace epochscope {

namespace {

struct Neighbours {
    /// An epoch after another; none but at rank 0.
    std::vector<NearestByClass> lists;
    /// The least recall of all epochs.
    double recall = 1;
};

void put(Parcel& parcel, const EpochColumns::Lists& lists) {
    parcel.put(lists.offsets);
    parcel.put(lists.samples);
}

EpochColumns::Lists lists_from(Parcel& parcel) {
    EpochColumns::Lists lists;
    lists.offsets = parcel.take<std::uint64_t>();
    lists.samples = parcel.take<std::int32_t>();
    return lists;
}

/// The lists of one epoch, and their recall.
Parcel neighbours_at(const Recording& recording, std::size_t epoch, const ProjectOptions& options,
                     const Job& job) {
    const Table& rows = recording.epoch(epoch).embeddings;
    const NearestOptions nearest{
        .count = options.neighbours, .distance = options.distance, .threads = options.threads};
    NearestByClass lists;
    double recall = 1;
    if (options.approximate_neighbours) {
        auto near = approximately_nearest_by_class(rows, recording.labels(), nearest, job);
        lists = std::move(near.lists);
        recall = near.recall;
    } else {
        lists = nearest_by_class(rows, recording.labels(), nearest, job);
    }
    recording.release(epoch);
    Parcel found;
    put(found, lists.intra);
    put(found, lists.inter);
    found.put_one(recall);
    return found;
}

Neighbours neighbours_in(const Recording& recording, const ProjectOptions& options,
                         const Job& job) {
    Neighbours found;
    options.team.share_out(
        recording.epoch_count(),
        [&](std::size_t e) {
            return neighbours_at(recording, e, options, job.part(e, recording.epoch_count()));
        },
        [&](std::size_t, Parcel& made) {
            NearestByClass& lists = found.lists.emplace_back();
            lists.intra = lists_from(made);
            lists.inter = lists_from(made);
            found.recall = std::min(found.recall, made.take_one<double>());
        });
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

}  // namespace

ProjectionShares shares_of(const ProjectOptions& options, bool is_quick) {
    const double heads = options.neighbours == 0 ? 1 : is_quick ? 0.5 : 0.95;
    return {0.9 * heads, heads};
}

Placed placed_by_method(const ProjectOptions& options, const MethodRun& run) {
    const auto place = [&] {
        return std::visit(
            [&](auto method) {
                method.threads = options.threads;
                return placed_by(method, run);
            },
            options.method);
    };
    if (about(options.method).is_shared || run.team.size() == 1) return place();
    Placed placed;
    Parcel places = run.team.of_first([&] {
        placed = place();
        Parcel made;
        for (const std::vector<Point>& epoch : placed.places) made.put(epoch);
        return made;
    });
    while (placed.places.size() < run.recording.epoch_count())
        placed.places.push_back(places.take<Point>());
    return placed;
}

void prepend(std::vector<std::string>& warnings, Placed& placed) {
    placed.warnings.insert(placed.warnings.begin(), std::make_move_iterator(warnings.begin()),
                           std::make_move_iterator(warnings.end()));
}

Projection completed(const Recording& recording, Placed placed, const ProjectOptions& options,
                     const ProjectionShares& shares, const Job& job) {
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
    const ProjectionShares shares = shares_of(options, about(options.method).is_quick);
    PreparedRecording ready = prepared(recording, {.progress = {}, .stop = job.stop});
    const Job placing = job.part(0, shares.placed);
    Placed placed = placed_by_method(
        options,
        {ready.recording, placing, watch, options.checkpointing, options.folder, {}, options.team});
    prepend(ready.warnings, placed);
    return completed(ready.recording, std::move(placed), options, shares, job);
}

Projection project_by(const StoredMap& stored, const Recording& recording,
                      const ProjectOptions& options, const Job& job, const ProjectionWatch& watch) {
    ProjectOptions quick = options;
    quick.method = PcaOptions{};
    expect_memory(memory_needed(recording, quick), memory_available());
    const ProjectionShares shares = shares_of(options, true);
    PreparedRecording ready = prepared(recording, {.progress = {}, .stop = job.stop});
    Placed placed = placed_by_maps(stored, ready.recording, options.threads,
                                   job.part(0, shares.placed), watch, options.team);
    prepend(ready.warnings, placed);
    return completed(ready.recording, std::move(placed), options, shares, job);
}

}  // namespace epochscope
