#include "io/visualizer/visualizer_run.h"

#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/metadata/run_metadata.h"
#include "io/places.h"
#include "io/recording/class_outputs.h"
#include "io/recording/run_folder.h"
#include "io/visualizer/boxed_pictures.h"
#include "io/visualizer/index_order.h"
#include "io/visualizer/painted_frame.h"
#include "io/visualizer/visualizer_epoch.h"
#include "io/visualizer/visualizer_layout.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

VisualizerPlace chosen_place(const fs::path& folder, const std::string& chosen) {
    if (is_visualizer_projection(folder)) return {folder.parent_path().parent_path(), folder};
    const std::vector<std::string> names = visualizer_projections(folder);
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

/// The kind of the outputs of epochs: see kind_of_outputs.
OutputKind kind_in(std::span<const VisualizerEpoch> epochs, const fs::path& info,
                   std::vector<std::string>& warnings) {
    std::vector<fs::path> files;
    for (const VisualizerEpoch& epoch : epochs)
        if (!epoch.outputs.empty()) files.push_back(epoch.outputs);
    RunArrays arrays;
    return kind_of_outputs(open_outputs(files, arrays), info, warnings);
}

FrameInfo frame_info_of(const fs::path& file, std::vector<std::string>& warnings) {
    if (!path_exists(file)) return {};
    return parse_frame_info(JsonText::from_file(file, max_info_json).view(), warnings);
}

Box frame_of(const VisualizerPlace& place, std::span<const VisualizerEpoch> found,
             const EpochSeries& series, std::vector<std::string>& warnings) {
    std::vector<fs::path> pictures;
    for (const VisualizerEpoch& epoch : found) pictures.push_back(epoch.picture);
    const Box around = box_around(series).value_or(default_frame);
    if (std::ranges::all_of(pictures, [](const fs::path& picture) { return picture.empty(); }))
        return around;
    if (!place.has_files()) return painted_frame(series, pictures, warnings);
    // Each picture covers a box of its own.
    std::vector<Box> boxes = boxes_of(found, series);
    boxes.push_back(around);
    return box_of(boxes);
}

/// The sample of each row of the projections; empty if row i is sample i.
std::vector<std::size_t> order_of(const VisualizerPlace& place, const VisualizerEpoch& first,
                                  std::size_t samples, std::vector<std::string>& warnings) {
    // Of a file an epoch, the rows are those of the representation, which index.json only divides.
    if (place.has_files()) return {};
    std::vector<std::size_t> order = read_index_order(place.run, samples);
    if (order.empty()) return order;
    const NpyArray projection = NpyArray::open(first.projection);
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

/// A run as far as it was read.
struct ReadRun {
    std::vector<VisualizerEpoch> files;
    EpochSeries series;
};

ReadRun read_series(const VisualizerPlace& place, std::optional<Box> frame,
                    std::vector<std::string>& warnings, const Job& job) {
    const fs::path labels_file = place.labels();
    LabelArray labels =
        read_labels(labels_file.empty() ? place.run / "dataset" / "labels.npy" : labels_file);
    if (!labels.remark.empty()) warnings.push_back(labels.remark);
    std::vector<EpochColumns> epochs;
    std::size_t logit_classes = 0;
    std::vector<VisualizerEpoch> found = visualizer_epochs(place, warnings);
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
    found.resize(epochs.size());
    Classes classes = read_run_classes(dataset_info, labels, logit_classes, warnings);
    try {
        EpochSeries series = make_series(std::move(classes), std::move(labels.labels),
                                         std::move(epochs), frame.value_or(default_frame));
        warn_of_absent(series, warnings);
        if (!frame) series = series.with_frame(frame_of(place, found, series, warnings));
        return {std::move(found), std::move(series)};
    } catch (const Error& error) {
        throw Error(place.projection.string(), error.what());
    }
}

Fit fit_visualizer_run(const fs::path& folder) {
    constexpr double with_folder = 0.4;
    constexpr double with_projection = 0.7;
    std::vector<VisualizerPlace> places;
    if (is_visualizer_projection(folder)) {
        places.push_back({folder.parent_path().parent_path(), folder});
    } else if (is_folder(folder / "visualize") && !path_exists(folder / "data.json")) {
        for (const std::string& name : visualizer_projections(folder))
            places.push_back({folder, folder / "visualize" / name});
    } else {
        return {};
    }
    if (std::ranges::none_of(places, has_visualizer_epochs))
        return {with_folder, "has no visualize/<name>/epochs/epoch_<k>/projection.npy"};
    if (places.front().labels().empty()) return {with_projection, "has no dataset/labels.npy"};
    return {.share = 1};
}

Dataset open_visualizer_run(const fs::path& folder, const OpenOptions& options, const Job& job) {
    const VisualizerPlace place = chosen_place(folder, options.projection);
    std::vector<std::string> warnings;
    const FrameInfo info = frame_info_of(place.projection / "info.json", warnings);
    ReadRun read = read_series(place, info.frame, warnings, job);
    Dataset dataset{.series = std::move(read.series),
                    .backgrounds = nullptr,
                    .name = place.run.filename().string() + ": " + place.name(),
                    .path = {},
                    .format = {},
                    .warnings = std::move(warnings)};
    if (place.has_files()) {
        dataset.backgrounds = open_boxed_pictures(read.files, dataset.series,
                                                  info.background_origin, dataset.warnings);
    } else {
        const fs::path pictures = place.projection / "epochs" / "epoch_${epoch}" / "background.png";
        dataset.backgrounds = open_background_files(pictures.string(), dataset.series,
                                                    info.background_origin, dataset.warnings);
    }
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
    .choices = visualizer_projections,
};

}  // namespace epochscope
