#include "analysis/prototypes/features.h"
#include "analysis/prototypes/kmeans.h"

#include <epochscope/analysis/prototypes.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// Epochs processed at once; each is kept by all of its starts.
constexpr std::size_t epochs_at_once = 4;

std::vector<double> sums_of(const Table& rows, const Clusters& clusters) {
    std::vector<double> sums(clusters.counts.size() * rows.columns);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto row = rows.row(i);
        const auto cluster = static_cast<std::size_t>(clusters.assignments[i]);
        double* const sum = sums.data() + cluster * rows.columns;
        for (std::size_t d = 0; d < row.size(); ++d) sum[d] += static_cast<double>(row[d]);
    }
    return sums;
}

/// Means in double precision; NaN for clusters without samples.
std::vector<double> means_of(const Table& rows, const Clusters& clusters) {
    std::vector<double> means = sums_of(rows, clusters);
    for (std::size_t k = 0; k < clusters.counts.size(); ++k)
        for (std::size_t d = 0; d < rows.columns; ++d)
            means[k * rows.columns + d] /= static_cast<double>(clusters.counts[k]);
    return means;
}

void measure(Clusters& clusters, const Table& rows, std::span<const double> means) {
    clusters.distances.reserve(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto row = rows.row(i);
        const double* const mean =
            means.data() + static_cast<std::size_t>(clusters.assignments[i]) * rows.columns;
        double square = 0;
        for (std::size_t d = 0; d < row.size(); ++d) {
            const double off = static_cast<double>(row[d]) - mean[d];
            square += off * off;
        }
        clusters.inertia += square;
        clusters.distances.push_back(static_cast<float>(std::sqrt(square)));
    }
}

/// Computes everything from the assignments.
Clusters clusters_by(const Table& rows, std::vector<std::int32_t> assignments, std::size_t count,
                     bool normalised) {
    Clusters clusters;
    clusters.dimension = rows.columns;
    clusters.assignments = std::move(assignments);
    clusters.counts.resize(count);
    for (const std::int32_t cluster : clusters.assignments)
        ++clusters.counts[static_cast<std::size_t>(cluster)];
    const std::vector<double> means = means_of(rows, clusters);
    measure(clusters, rows, means);
    clusters.concentration = concentrations(clusters.distances, clusters.assignments, count);
    clusters.centres.assign(means.begin(), means.end());
    for (std::size_t k = 0; k < count && normalised; ++k)
        normalise(std::span(clusters.centres).subspan(k * rows.columns, rows.columns));
    return clusters;
}

/// The rows for k-means, centred for precision.
FloatMatrix framed(const Table& rows) {
    std::vector<std::int32_t> order(rows.rows());
    std::iota(order.begin(), order.end(), 0);
    return Framing::of(rows, rows, Distance::euclidean).rows(rows, order);
}

/// A start of a level at an epoch, and its result.
struct Start {
    std::size_t epoch = 0;
    std::size_t level = 0;
    std::size_t restart = 0;
    std::vector<std::int32_t> assignments{};
    double inertia = 0;
};

/// Clusters the epochs from `begin` to `end`, all starts in parallel.
void cluster_some(const Recording& recording, std::span<const std::size_t> epochs,
                  const ClusterOptions& options, const Job& job,
                  std::vector<ClusterLevel>& levels) {
    std::vector<Features> features;
    std::vector<FloatMatrix> rows;
    std::vector<Start> starts;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        check_values(recording, epochs[e]);
        features.emplace_back(recording.epoch(epochs[e]).embeddings, options.normalise);
        rows.push_back(framed(features.back().table()));
        for (std::size_t level = 0; level < levels.size(); ++level)
            for (int restart = 0; restart < options.restarts; ++restart)
                starts.push_back({e, level, static_cast<std::size_t>(restart)});
    }
    // The longest tasks first.
    std::stable_sort(starts.begin(), starts.end(), [&](const Start& a, const Start& b) {
        return levels[a.level].count > levels[b.level].count;
    });
    on_threads(options.threads, [&] {
        tbb::parallel_for(
            std::size_t{0}, starts.size(),
            [&](std::size_t i) {
                Start& start = starts[i];
                const std::size_t count = levels[start.level].count;
                const std::int64_t number = recording.epoch(epochs[start.epoch]).number;
                start.assignments =
                    kmeans(rows[start.epoch], count, options.iterations,
                           mixed_seed(options.seed,
                                      {static_cast<std::size_t>(number), count, start.restart}),
                           job.stop);
                start.inertia = inertia_of(rows[start.epoch], start.assignments, count);
            },
            tbb::simple_partitioner());
    });
    for (std::size_t e = 0; e < epochs.size(); ++e)
        for (std::size_t level = 0; level < levels.size(); ++level) {
            Start* best = nullptr;
            for (Start& start : starts)
                if (start.epoch == e && start.level == level &&
                    (best == nullptr || start.inertia < best->inertia))
                    best = &start;
            levels[level].epochs.push_back(clusters_by(features[e].table(),
                                                       std::move(best->assignments),
                                                       levels[level].count, options.normalise));
        }
    for (const std::size_t epoch : epochs) recording.release(epoch);
}

void check_options(const Recording& recording, const ClusterOptions& options) {
    if (options.levels.empty()) throw Error("clusters", "none are requested, expected 1 or more");
    if (options.iterations < 1 || options.restarts < 1)
        throw Error("clusters", "iterations and restarts are ", options.iterations, " and ",
                    options.restarts, ", expected 1 or more");
    for (const std::size_t count : options.levels)
        if (count < 1 || count > recording.sample_count())
            throw Error("clusters", count, " are requested, expected 1..", recording.sample_count(),
                        ": as many as there are samples at most");
}

}  // namespace

std::vector<ClusterLevel> cluster(const Recording& recording, std::span<const std::size_t> epochs,
                                  const ClusterOptions& options, const Job& job) {
    check_options(recording, options);
    std::vector<ClusterLevel> levels;
    levels.reserve(options.levels.size());
    for (const std::size_t count : options.levels) levels.push_back({count, {}});
    for (std::size_t done = 0; done < epochs.size(); done += epochs_at_once) {
        job.reached(static_cast<double>(done) / static_cast<double>(epochs.size()));
        const std::size_t some = std::min(epochs_at_once, epochs.size() - done);
        cluster_some(recording, epochs.subspan(done, some), options, job, levels);
    }
    job.reached(1);
    return levels;
}

ClusterLevel clusters_of(const Recording& recording, std::span<const std::size_t> epochs,
                         std::span<const std::int32_t> assignments, bool normalised,
                         const Job& job) {
    const std::size_t samples = recording.sample_count();
    if (assignments.size() != epochs.size() * samples)
        throw Error("assignments", "has ", assignments.size(), " entries, expected ",
                    epochs.size() * samples, ": ", epochs.size(), " epochs of ", samples,
                    " samples");
    for (std::size_t i = 0; i < assignments.size(); ++i)
        if (assignments[i] < 0 || static_cast<std::size_t>(assignments[i]) >= samples)
            throw Error("assignments: epoch \"" +
                            std::to_string(recording.epoch(epochs[i / samples]).number) + '"',
                        "sample ", i % samples, " is ", assignments[i], ", expected 0..",
                        samples - 1);
    ClusterLevel level;
    level.count =
        1 + static_cast<std::size_t>(*std::max_element(assignments.begin(), assignments.end()));
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs.size()));
        check_values(recording, epochs[e]);
        const Features features(recording.epoch(epochs[e]).embeddings, normalised);
        const auto ids = assignments.subspan(e * samples, samples);
        level.epochs.push_back(
            clusters_by(features.table(), {ids.begin(), ids.end()}, level.count, normalised));
        recording.release(epochs[e]);
    }
    job.reached(1);
    return level;
}

}  // namespace epochscope
