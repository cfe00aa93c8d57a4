#include "projection/cover.h"
#include "projection/method_memory.h"
#include "projection/method_work.h"
#include "projection/placed_learned.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/compute/random.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// How many landmarks an epoch has, by how many some rows of the last epoch need and how that
/// grows with the rows.
double landmarks_expected(const Recording& recording, const TimevisOptions& options) {
    constexpr std::size_t most_rows = 400;
    const std::size_t samples = recording.sample_count();
    if (options.landmark_radius <= 0 || samples < 8) return count_of(samples);
    const Table& all = recording.epoch(recording.epoch_count() - 1).embeddings;
    const std::vector<std::size_t> chosen =
        RandomGenerator(options.seed).sample(samples, std::min(samples, most_rows));
    std::vector<float> values;
    for (const std::size_t i : chosen) {
        const auto row = all.row(i);
        values.insert(values.end(), row.begin(), row.end());
    }
    const auto needed = [&](std::size_t rows) {
        const Table some{std::span(values).first(rows * all.columns), all.columns};
        return count_of(covering(some, {0}, options.landmark_radius * longest_of(some),
                                 options.landmark_coverage, {})
                            .size());
    };
    const double few = needed(chosen.size() / 2);
    const double more = needed(chosen.size());
    const double growth = std::clamp(std::log2(more / few), 0.0, 1.0);
    const double landmarks = more * std::pow(count_of(samples) / count_of(chosen.size()), growth);
    const std::size_t first =
        first_landmarks(samples, static_cast<std::size_t>(options.first_landmarks));
    return std::clamp(landmarks, count_of(first), count_of(samples));
}

}  // namespace

MethodText about(const TimevisOptions&) {
    return {.id = "timevis",
            .label = "TimeVis",
            .shows =
                "One learned map for all epochs. Places lead back to feature space, so the "
                "landscape and its decisions are the network's own.",
            .hides = "Half of the neighbours that t-SNE keeps.",
            .leaves_checkpoints = true};
}

std::vector<Option> options_of(TimevisOptions& options) {
    std::vector<Option> all = shared_options(options);
    const std::vector<Option> own{
        {.id = "landmark-radius",
         .value = &options.landmark_radius,
         .label = "Landmark radius",
         .help = "Radius of the balls around landmarks, in units of the longest embedding. Larger: "
                 "fewer landmarks, faster and coarser. 0: every sample is a landmark.",
         .range = {0, 1e9, 0.05},
         .old_ids = {"radius"}},
        {.id = "landmark-coverage",
         .value = &options.landmark_coverage,
         .label = "Landmark coverage",
         .help = "Fraction of the samples that those balls hold. Larger: more landmarks, finer and "
                 "slower.",
         .range = {0, 1, 0.05},
         .advanced = true,
         .old_ids = {"coverage"}},
        {.id = "first-landmarks",
         .value = &options.first_landmarks,
         .label = "First landmarks",
         .help = "Landmarks that are drawn at random before others are added; 0: a sixth of the "
                 "samples, 20 to 300. Larger: finer and slower.",
         .range = {0, 1e9, 100},
         .advanced = true},
        {.id = "alpha",
         .value = &options.alpha,
         .label = "Alpha",
         .help = "How much the landmark radius falls where embeddings are longer. Larger: fewer "
                 "landmarks while they are short.",
         .range = {-100, 100, 0.1},
         .advanced = true},
        {.id = "beta",
         .value = &options.beta,
         .label = "Beta",
         .help = "How much the landmark radius falls where embeddings have more dimensions. "
                 "Larger: more landmarks where they spread in many directions.",
         .range = {-100, 100, 0.1},
         .advanced = true},
        {.id = "temporal-draws",
         .value = &options.temporal_draws,
         .label = "Temporal draws",
         .help = "How often a sample and itself at other epochs are drawn in a training epoch. "
                 "Larger: slower, truer journeys.",
         .range = {0, 1e6}},
        {.id = "temporal-window",
         .value = &options.temporal_window,
         .label = "Temporal window",
         .help = "Among how many epochs a sample's nearest are searched; 0: all. Larger: what "
                 "returns is seen to return.",
         .range = {0, 1e9},
         .advanced = true,
         .old_ids = {"window"}},
    };
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

double memory_needed(const Recording& recording, const TimevisOptions& options) {
    // Neighbours, boundary points and other epochs, of all epochs together; at most all samples are
    // landmarks.
    return static_cast<double>(recording.epoch_count()) *
           learning_memory(recording, options.graph_neighbours, 3);
}

std::optional<ProjectionWork> work_of(const Recording& recording, const TimevisOptions& options) {
    // The loss falls for about so many passes before patience begins.
    constexpr double falling = 6;
    const double samples = count_of(recording.sample_count());
    const double epochs = count_of(recording.epoch_count());
    const double dimension = count_of(recording.dimension());
    const double landmarks = landmarks_expected(recording, options);
    const double passes =
        std::min<double>(options.training.training_epochs, falling + options.training.patience);
    double edges = edges_of_sample(options.graph_neighbours, options.spatial_draws,
                                   recording.has_logits() ? options.boundary_draws : 0);
    edges += 2 * std::log2(std::clamp<double>(options.graph_neighbours, 2, epochs)) *
             options.temporal_draws;
    ProjectionWork work = edge_work(passes * landmarks * epochs * edges,
                                    autoencoder_weights(recording.dimension(), options.training));
    // Neighbours of landmarks, boundary points of all, and landmarks by their distance from all.
    work += search_work(epochs * landmarks, 1.2 * landmarks, dimension, options.graph_neighbours);
    work.search += 8 * samples * landmarks * dimension;
    if (options.beta != 0) work += search_work(epochs * samples, samples, dimension, 2);
    return work;
}

Placed placed_by(const TimevisOptions& options, const MethodRun& run) {
    TimevisResult result = timevis(
        run.recording, options, run.job,
        [&](const TimevisStatus& status) {
            if (run.watch) run.watch({status.epoch, status.places, terms_of(status.pass)});
        },
        run.checkpointing);
    Placed placed;
    placed.source = settings_of(options);
    const auto [fewest, most] = std::ranges::minmax(result.landmarks);
    placed.remarks = {"learned from " + std::to_string(fewest) +
                      (most > fewest ? " to " + std::to_string(most) : "") + " of " +
                      std::to_string(run.recording.sample_count()) + " samples an epoch, in " +
                      std::to_string(result.passes.size()) + " passes"};
    if (!result.passes.empty()) placed.remarks.push_back(words_of(result.passes.back()));
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    placed.map = plane_map_of(std::vector{std::move(result.map)});
    return placed;
}

}  // namespace epochscope
