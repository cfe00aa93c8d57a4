#include "io/visualizer/visualizer_run.h"

#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/metadata/run_metadata.h"
#include "io/places.h"
#include "io/recording/class_outputs.h"
#include "io/recording/epoch_folder.h"
#include "io/recording/epoch_names.h"
#include "io/recording/run_folder.h"
#include "io/visualizer/index_order.h"
#include "io/visualizer/painted_frame.h"
#include "io/visualizer/visualizer_epoch.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// A projection and its run.
struct Place {
    fs::path run;
    fs::path projection;
    [[nodiscard]] std::string name() const { return projection.filename().string(); }
};

/// `visualize/<name>` itself.
bool is_projection(const fs::path& folder) {
    return folder.parent_path().filename() == "visualize" && is_folder(folder / "epochs");
}

/// The sorted names of the projections of a run.
std::vector<std::string> projections_of_run(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::path& projection : folders_in(folder / "visualize"))
        if (is_projection(projection)) names.push_back(projection.filename().string());
    return names;
}

Place chosen_place(const fs::path& folder, const std::string& chosen) {
    if (is_projection(folder)) return {folder.parent_path().parent_path(), folder};
    const std::vector<std::string> names = projections_of_run(folder);
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    if (names.empty())
        throw Error(folder.string(), "has no projection, expected visualize/<name>/epochs");
    if (chosen.empty() && names.size() > 1)
        throw Error(folder.string(), "has several projections, choose one of: ", list);
    if (!chosen.empty() && std::find(names.begin(), names.end(), chosen) == names.end())
        throw Error(folder.string(), "has no projection ", in_quotes(chosen), ", there is: ", list);
    return {folder, folder / "visualize" / (chosen.empty() ? names.front() : chosen)};
}

/// The epochs of a projection that have positions.
std::vector<VisualizerEpoch> epochs_of(const Place& place, std::vector<std::string>& warnings) {
    std::vector<VisualizerEpoch> epochs;
    std::map<std::int64_t, fs::path> recorded;
    for (EpochEntry& epoch : list_epochs(place.run / "epochs").entries)
        recorded.emplace(epoch.number, std::move(epoch.path));
    for (const auto& [number, folder] :
         epochs_in(place.projection / "epochs", EpochEntries::folders, warnings)) {
        if (!path_exists(folder / "projection.npy")) {
            warnings.push_back(folder.filename().string() +
                               ": has no projection.npy; it is left out");
            continue;
        }
        const auto found = recorded.find(number);
        fs::path place_recorded =
            found == recorded.end() ? place.run / "epochs" / folder.filename() : found->second;
        EpochFiles files = files_in_epoch(place_recorded, number);
        epochs.push_back({number, folder, std::move(place_recorded),
                          std::move(files.logits.empty() ? files.probabilities : files.logits)});
    }
    if (epochs.empty())
        throw Error(place.projection.string(), "has no epochs/epoch_<k>/projection.npy");
    return epochs;
}

/// The kind of the outputs of epochs: see kind_of_outputs.
OutputKind kind_in(std::span<const VisualizerEpoch> epochs, const fs::path& info,
                   std::vector<std::string>& warnings) {
    std::vector<fs::path> files;
    for (const VisualizerEpoch& epoch : epochs)
        if (!epoch.outputs.empty()) files.push_back(epoch.outputs);
    return kind_of_outputs(files, info, warnings);
}

FrameInfo frame_info_of(const fs::path& file, std::vector<std::string>& warnings) {
    if (!path_exists(file)) return {};
    return parse_frame_info(JsonText::from_file(file, max_info_json).view(), warnings);
}

/// The background of each epoch; an empty path if there is none.
std::vector<fs::path> pictures_of(std::span<const VisualizerEpoch> epochs) {
    std::vector<fs::path> pictures;
    for (const VisualizerEpoch& epoch : epochs) {
        const fs::path picture = epoch.projected / "background.png";
        pictures.push_back(path_exists(picture) ? picture : fs::path());
    }
    return pictures;
}

Box frame_of(std::span<const VisualizerEpoch> found, const EpochSeries& series,
             std::vector<std::string>& warnings) {
    const std::vector<fs::path> pictures = pictures_of(found);
    const bool has_pictures =
        std::ranges::any_of(pictures, [](const fs::path& picture) { return !picture.empty(); });
    return has_pictures ? painted_frame(series, pictures, warnings)
                        : box_around(series).value_or(default_frame);
}

/// The sample of each row of the projections; empty if row i is sample i.
std::vector<std::size_t> order_of(const Place& place, const VisualizerEpoch& first,
                                  std::size_t samples, std::vector<std::string>& warnings) {
    std::vector<std::size_t> order = read_index_order(place.run, samples);
    if (order.empty()) return order;
    const NpyArray projection = NpyArray::open(first.projected / "projection.npy");
    const bool has_all = !projection.shape().empty() && projection.shape()[0] == samples;
    if (has_all && order.size() != samples) {
        warnings.push_back("index.json: names " + std::to_string(order.size()) +
                           " samples and is not used, since projection.npy has a row for each of " +
                           std::to_string(samples) + " labels");
        return {};
    }
    warnings.push_back("index.json: the rows of projection.npy are taken in its order, for " +
                       std::to_string(order.size()) + " of " + std::to_string(samples) +
                       " samples");
    return order;
}

EpochSeries read_series(const Place& place, std::optional<Box> frame,
                        std::vector<std::string>& warnings, const Job& job) {
    LabelArray labels = read_labels(place.run / "dataset" / "labels.npy");
    if (!labels.remark.empty()) warnings.push_back(labels.remark);
    std::vector<EpochColumns> epochs;
    std::size_t logit_classes = 0;
    const std::vector<VisualizerEpoch> found = epochs_of(place, warnings);
    const std::vector<std::size_t> order =
        order_of(place, found.front(), labels.labels.size(), warnings);
    const fs::path dataset_info = place.run / "dataset" / "info.json";
    const OutputKind kind = kind_in(found, dataset_info, warnings);
    for (const VisualizerEpoch& epoch : found) {
        job.reached(static_cast<double>(epochs.size()) / static_cast<double>(found.size()));
        try {
            epochs.push_back(
                read_visualizer_epoch(epoch, labels.labels.size(), order, kind, logit_classes));
        } catch (const FileCutOff& error) {
            if (epochs.empty() || &epoch != &found.back()) throw;
            warnings.push_back(words_on_cut_off(error, epoch.number));
        }
    }
    Classes classes = read_run_classes(dataset_info, labels, logit_classes);
    try {
        EpochSeries series = make_series(std::move(classes), std::move(labels.labels),
                                         std::move(epochs), frame.value_or(default_frame));
        warn_of_absent(series, warnings);
        if (frame) return series;
        return series.with_frame(frame_of(found, series, warnings));
    } catch (const Error& error) {
        throw Error(place.projection.string(), error.what());
    }
}

bool has_epochs(const fs::path& projection) {
    const std::vector<EpochEntry> epochs = list_epochs(projection / "epochs").entries;
    return std::ranges::any_of(
        epochs, [](const EpochEntry& epoch) { return path_exists(epoch.path / "projection.npy"); });
}

Fit fit_visualizer_run(const fs::path& folder) {
    constexpr double with_folder = 0.4;
    constexpr double with_projection = 0.7;
    std::vector<fs::path> projections;
    fs::path run = folder;
    if (is_projection(folder)) {
        projections.push_back(folder);
        run = folder.parent_path().parent_path();
    } else if (is_folder(folder / "visualize") && !path_exists(folder / "data.json")) {
        for (const std::string& name : projections_of_run(folder))
            projections.push_back(folder / "visualize" / name);
    } else {
        return {};
    }
    if (std::ranges::none_of(projections, has_epochs))
        return {with_folder, {"has no visualize/<name>/epochs/epoch_<k>/projection.npy"}};
    if (!path_exists(run / "dataset" / "labels.npy"))
        return {with_projection, {"has no dataset/labels.npy"}};
    return {.share = 1};
}

Dataset open_visualizer_run(const fs::path& folder, const OpenOptions& options, const Job& job) {
    const Place place = chosen_place(folder, options.projection);
    std::vector<std::string> warnings;
    const FrameInfo info = frame_info_of(place.projection / "info.json", warnings);
    Dataset dataset{.series = read_series(place, info.frame, warnings, job),
                    .backgrounds = nullptr,
                    .name = place.run.filename().string() + ": " + place.name(),
                    .path = {},
                    .format = {},
                    .warnings = std::move(warnings)};
    const fs::path pictures = place.projection / "epochs" / "epoch_${epoch}" / "background.png";
    dataset.backgrounds = open_background_files(pictures.string(), dataset.series,
                                                info.background_origin, dataset.warnings);
    dataset.axes = info.axes;
    dataset.projection_folder = place.projection.string();
    dataset.sidecar_files = find_run_sidecar_files(place.run, dataset.warnings);
    dataset.thumbnails =
        open_run_thumbnails(place.run, dataset.series.sample_count(), dataset.warnings);
    dataset.metadata = read_run_metadata(place.run, {.count = dataset.series.sample_count()},
                                         dataset.warnings, job);
    return dataset;
}

}  // namespace

const Format visualizer_run_format{
    .name = "time-travelling-visualizer",
    .files = "dataset/labels.npy and visualize/<name>/epochs/epoch_<k>/projection.npy",
    .fit = fit_visualizer_run,
    .open_dataset = open_visualizer_run,
    .choices = projections_of_run,
};

}  // namespace epochscope
