#include "opening/listed_series.h"

#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/io/named_pictures.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

bool has_name(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether a path is to be shown as a recording.
bool shown_by_pca(const fs::path& folder, const OpenOptions& options) {
    if (!is_recording(folder)) return false;
    if (!is_dataset(folder)) return true;
    return options.projection == pca_view && !has_name(list_projections(folder), pca_view);
}

Dataset open_by_pca(const fs::path& folder, const OpenOptions& options, const Job& job) {
    // Nearly all of the time goes into the components.
    constexpr double opened = 0.05;
    const RecordedRun run =
        open_recording(folder, options_for_recording(folder, options), job.part(0, opened));
    ProjectOptions pca;
    pca.neighbours = 0;
    Projection projection = project(run.recording, pca, job.part(opened, 1));
    if (const auto fault = run.recording.fault()) throw Error(*fault);
    Dataset dataset = dataset_of(run, projection, run.name + ": PCA");
    dataset.explained_variance = projection.explained_variance;
    return dataset;
}

}  // namespace

OpenOptions options_for_recording(const fs::path& path, OpenOptions options) {
    if (!has_name(list_projections(path), options.projection)) options.projection.clear();
    return options;
}

void expect_no_chosen_epochs(const fs::path& path, const std::string& epochs) {
    if (epochs.empty()) return;
    throw Error(path.string(),
                "is not read as a recording, of which epochs can be chosen; "
                "expected no --epochs");
}

bool is_one_model(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && is_recording(path) && !is_dataset(path);
}

ViewChoices choices_of(const fs::path& folder) {
    ViewChoices choices{list_projections(folder), false};
    // The names of a recording without places are its own choices.
    choices.offers_pca = is_recording(folder) && !has_name(choices.projections, pca_view) &&
                         (choices.projections.empty() || is_dataset(folder));
    return choices;
}

Dataset open_folder(const fs::path& folder, const OpenOptions& options, const Job& job) {
    if (shown_by_pca(folder, options)) return open_by_pca(folder, options, job);
    expect_no_chosen_epochs(folder, options.epochs);
    Dataset dataset = open_dataset(folder, options, job);
    dataset.landscape = landscape_of(dataset);
    if (auto missing = missing_recording(dataset)) dataset.warnings.push_back(*std::move(missing));
    return dataset;
}

std::optional<std::string> missing_recording(const Dataset& dataset) {
    if (dataset.recording.empty() || is_recording(dataset.recording)) return std::nullopt;
    return "the recording " + dataset.recording +
           ", which this folder was made from, is not there: training signals come from "
           "predictions and confidence";
}

std::string recording_behind(const Dataset& dataset) {
    if (is_recording(dataset.path)) return dataset.path;
    return is_recording(dataset.recording) ? dataset.recording : std::string();
}

std::shared_ptr<const Landscape> landscape_of(const Dataset& dataset) {
    bool has_logits = false;
    for (std::size_t e = 0; e < dataset.series.epoch_count(); ++e)
        has_logits = has_logits || dataset.plane_map.has_logits(e);
    // Where directions have meanings of their own, samples vote on nothing that lies around them.
    const bool can_vote = dataset.series.has_predictions() && !dataset.axes;
    if (!has_logits && !can_vote) return nullptr;
    return make_landscape(dataset.series, dataset.plane_map);
}

Dataset dataset_of(const RecordedRun& run, Projection& projection, std::string name) {
    Dataset dataset{.series = std::move(projection.series),
                    .backgrounds = nullptr,
                    .name = std::move(name),
                    .path = run.path,
                    .format = run.format,
                    .warnings = run.warnings,
                    .sidecar_files = run.sidecar_files,
                    .plane_map = projection.map};
    dataset.recording = run.path;
    dataset.recording_settings = run.settings;
    dataset.metadata = run.metadata;
    dataset.landscape = landscape_of(dataset);
    dataset.warnings.insert(dataset.warnings.end(), projection.warnings.begin(),
                            projection.warnings.end());
    auto pictures = run.thumbnails ? run.thumbnails
                                   : open_run_thumbnails(run.path, run.recording.sample_count(),
                                                         dataset.warnings);
    dataset.thumbnails = named_pictures(run.metadata, std::move(pictures));
    return dataset;
}

double neighbour_cost(const EpochSeries& series, const Recording& recording) {
    const auto samples = static_cast<double>(recording.sample_count());
    const auto epochs = std::ranges::count_if(
        series.epochs(), [](const Epoch& epoch) { return epoch.intra.empty(); });
    return samples * samples * static_cast<double>(recording.dimension()) *
           static_cast<double>(epochs);
}

EpochSeries with_neighbours(const EpochSeries& series, const Recording& recorded,
                            const NearestOptions& options, const Job& job) {
    const std::size_t epochs = recorded.epoch_count();
    if (series.epoch_count() != epochs || series.sample_count() != recorded.sample_count())
        throw Error("recording", "has ", epochs, " epochs of ", recorded.sample_count(),
                    " samples, the series has ", series.epoch_count(), " of ",
                    series.sample_count());
    const Recording recording =
        prepared(recorded, {.progress = {}, .stop = job.stop}, options.threads).recording;
    std::vector<NearestByClass> lists(epochs);
    for (std::size_t e = 0; e < epochs; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs));
        if (!series.epoch(e).intra.empty()) continue;
        check_values(recording, e);
        lists[e] = nearest_by_class(recording.epoch(e).embeddings, recording.labels(), options,
                                    {.progress = {}, .stop = job.stop});
        without_absent(recording.epoch(e), lists[e]);
        recording.release(e);
    }
    // What was cut off while it was read came as zeros.
    if (const auto fault = recording.fault()) throw Error(*fault);
    return listed(series, std::move(lists));
}

}  // namespace epochscope
