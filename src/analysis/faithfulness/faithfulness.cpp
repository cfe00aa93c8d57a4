#include "analysis/faithfulness/cross_pass.h"
#include "analysis/faithfulness/path_pass.h"
#include "analysis/faithfulness/spread_pass.h"

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The work for spaces and for crossings ends at these fractions; the rest is for paths.
constexpr double end_of_spaces = 0.4;
constexpr double end_of_crossings = 0.8;

void check_maps(const PlaneMap& map, std::size_t epochs, std::size_t dimension) {
    const std::size_t count = map.maps().size();
    if (count > 1 && count != epochs)
        throw Error("embedding", "has ", count, " maps, expected one, or ", epochs,
                    ": one an epoch");
    for (const auto& each : map.maps())
        if (each->dimension() != dimension)
            throw Error("map", "is of ", each->dimension(), " dimensions, the recording of ",
                        dimension);
}

void check_places(std::span<const Point> places, const Measuring& measuring, std::size_t epoch) {
    const std::string where =
        "epoch \"" + std::to_string(measuring.recording.epoch(epoch).number) + "\"";
    if (places.size() != measuring.samples())
        throw Error(where, "the embedding has ", places.size(), " places, the recording ",
                    measuring.samples(), " samples");
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!std::isfinite(places[i].x) || !std::isfinite(places[i].y))
            throw Error(where, "place ", i, " is (", places[i].x, ", ", places[i].y,
                        "), expected finite numbers");
}

void check(const Measuring& measuring) {
    const auto epochs = measuring.epochs;
    if (epochs.empty()) throw Error("epochs", "there are none to measure");
    for (std::size_t e = 0; e < epochs.size(); ++e)
        if (epochs[e] >= measuring.recording.epoch_count() || (e > 0 && epochs[e] <= epochs[e - 1]))
            throw Error("epochs", "index ", epochs[e], " is out of range or out of order");
    for (const Embedding& embedding : measuring.embeddings) {
        if (embedding.places.size() != epochs.size())
            throw Error("embedding", "has ", embedding.places.size(), " epochs, expected ",
                        epochs.size());
        for (std::size_t e = 0; e < epochs.size(); ++e)
            check_places(embedding.places[e], measuring, epochs[e]);
        check_maps(embedding.map, epochs.size(), measuring.recording.dimension());
    }
}

Faithfulness figures_of(EmbeddingTally&& tally) {
    Faithfulness found;
    for (std::size_t m = 0; m < metric_count; ++m) found.figures[m] = tally.metrics[m].figure();
    found.figures[static_cast<std::size_t>(Metric::temp_pv)] =
        figure_of_all(tally.temp_pv, tally[Metric::temp_pv].epochs.size(),
                      "no sample has steps and neighbours that change, over three epochs or more",
                      "it is of all steps together");
    found.figures[static_cast<std::size_t>(Metric::travel)] =
        figure_of_all(tally.travel, tally[Metric::travel].epochs.size(),
                      "it needs two epochs, samples that move in feature space, and a picture that "
                      "is not one point",
                      "it is of all steps together");
    found.preserved = std::move(tally.preserved);
    const auto means = [](const std::vector<Tally>& samples) {
        std::vector<double> values;
        for (const Tally& sample : samples)
            values.push_back(sample.mean().value_or(std::numeric_limits<double>::quiet_NaN()));
        return values;
    };
    found.kept_epochs = means(tally.kept_epochs);
    found.kept_order = means(tally.kept_order);
    return found;
}

/// Whether no sample is to be told from another at any epoch.
bool is_collapsed(const Embedding& embedding) {
    return std::ranges::all_of(embedding.places, [](std::span<const Point> places) {
        return places.size() > 1 && std::ranges::all_of(places, [&](const Point place) {
                   return place == places.front();
               });
    });
}

std::string lowered(const char* what, std::size_t wanted, std::size_t had) {
    return std::string(what) + " are " + std::to_string(had) + " instead of " +
           std::to_string(wanted) + ": no more than half of the others say anything";
}

}  // namespace

FaithfulnessReport measure_faithfulness(const Recording& recording,
                                        std::span<const std::size_t> epochs,
                                        std::span<const Embedding> embeddings,
                                        const FaithfulnessOptions& options, const Job& job) {
    FaithfulnessReport report;
    const std::size_t samples = recording.sample_count();
    check({recording, epochs, embeddings, options, 0, 0});
    std::vector<Embedding> measured(embeddings.begin(), embeddings.end());
    for (Embedding& embedding : measured)
        if (is_collapsed(embedding)) {
            const std::span<const Point> still = embedding.places.front();
            embedding.places.assign(epochs.size(), still);
        }
    Measuring measuring{recording, epochs, measured, options, 0, 0};
    measuring.neighbours = report.neighbours = std::min(options.neighbours, (samples - 1) / 2);
    measuring.near_epochs = report.near_epochs =
        std::min(options.near_epochs, (epochs.size() - 1) / 2);
    if (report.neighbours < options.neighbours)
        report.warnings.push_back(lowered("neighbours", options.neighbours, report.neighbours));
    if (report.near_epochs < options.near_epochs)
        report.warnings.push_back(lowered("near epochs", options.near_epochs, report.near_epochs));
    std::vector<EmbeddingTally> tallies(embeddings.size() + 1,
                                        EmbeddingTally(epochs.size(), samples));
    const Turnover stays = measure_spaces(measuring, tallies, job.part(0, end_of_spaces));
    measure_crossings(measuring, tallies, job.part(end_of_spaces, end_of_crossings));
    const std::vector<double> spreads = measure_spreads(measuring, tallies, job);
    measure_paths(measuring, stays, spreads, tallies, job.part(end_of_crossings, 1));
    if (const auto what = recording.fault()) throw Error(*what);
    report.features = figures_of(std::move(tallies.front()));
    for (std::size_t p = 0; p < embeddings.size(); ++p)
        report.embeddings.push_back(figures_of(std::move(tallies[p + 1])));
    return report;
}

std::vector<std::size_t> epochs_of(const Recording& recording, const EpochSeries& series) {
    if (series.sample_count() != recording.sample_count())
        throw Error("samples", "the folder has ", series.sample_count(), ", the recording ",
                    recording.sample_count());
    std::vector<std::size_t> epochs;
    for (const Epoch& epoch : series.epochs()) {
        const auto found = std::find_if(
            recording.epochs().begin(), recording.epochs().end(),
            [&](const RecordedEpoch& recorded) { return recorded.number == epoch.number; });
        if (found == recording.epochs().end())
            throw Error("epoch \"" + std::to_string(epoch.number) + "\"",
                        "is in the folder, but not in the recording");
        epochs.push_back(static_cast<std::size_t>(found - recording.epochs().begin()));
    }
    return epochs;
}

}  // namespace epochscope
