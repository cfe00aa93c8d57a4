#include "io/dataset_writers.h"
#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/files/staging_folder.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/maps/plane_map.h"
#include "io/metadata/write_samples.h"
#include "io/pictures/write_pictures.h"
#include "io/recording/recording_link.h"

#include <epochscope/io/file.h>
#include <epochscope/io/png.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/io/training_curves.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// The fractions of the work before the backgrounds and before the sidecar files.
constexpr double fraction_of_epochs = 0.9;
constexpr double fraction_before_sidecar_files = 0.98;

/// The epochs without values that at least one other epoch has.
Json epochs_without(const EpochSeries& series, auto has) {
    Json numbers = Json::array();
    for (const Epoch& epoch : series.epochs())
        if (!has(epoch)) numbers.push_back(epoch.number);
    return numbers.size() == series.epoch_count() ? Json::array() : numbers;
}

Json unknown_of(const EpochSeries& series) {
    Json unknown = Json::object();
    const auto add = [&](const char* name, auto has) {
        Json numbers = epochs_without(series, has);
        if (!numbers.empty()) unknown[name] = std::move(numbers);
    };
    add("predictions", [](const Epoch& e) { return !e.predictions.empty(); });
    add("confidence", [](const Epoch& e) { return !e.confidence.empty(); });
    add("intra_similarity", [](const Epoch& e) { return !e.intra.empty(); });
    add("inter_similarity", [](const Epoch& e) { return !e.inter.empty(); });
    return unknown;
}

/// The steps of the epochs, from the folder of the dataset or else from the recording.
std::optional<std::vector<double>> steps_of(const Dataset& dataset) {
    // Opening that folder reports these warnings.
    std::vector<std::string> unheeded;
    for (const std::string& folder : {dataset.path, dataset.recording}) {
        if (folder.empty()) continue;
        const std::size_t epochs = dataset.series.epoch_count();
        if (auto steps = read_epochs_at_steps(folder, epochs, unheeded)) return steps;
    }
    return std::nullopt;
}

/// What the `info.json` of a folder of the same data says that is not about one format; an empty
/// object if there is none.
Json kept_info(const fs::path& folder) {
    // What is made anew from the dataset.
    constexpr std::array made{"label_text", "label_color", "label_index",       "epochs",
                              "unknown",    "frame",       "background_origin", "background",
                              "axes",       "live",        "epochs_at_steps"};
    Json kept = Json::object();
    if (folder.empty() || !path_exists(folder / "info.json")) return kept;
    const JsonText text = JsonText::from_file(folder / "info.json", max_info_json);
    Json said = Json::parse(text.view(), nullptr, false);
    if (!said.is_object()) return kept;
    for (auto& [key, value] : said.items())
        if (std::ranges::find(made, key) == made.end()) kept[key] = std::move(value);
    if (kept.contains("source") && !kept["source"].is_object()) kept.erase("source");
    return kept;
}

Json info_of(const Dataset& dataset, DatasetFormat format, const fs::path& folder,
             const std::map<std::string, std::string>& source, const fs::path& same_as) {
    const EpochSeries& series = dataset.series;
    const Box frame = series.frame();
    Json info;
    const Classes& classes = series.classes();
    for (std::size_t c = 0; c < classes.predictable_count(); ++c) {
        info["label_text"].push_back(classes.names[c]);
        if (classes.colours.empty()) continue;
        const Colour colour = classes.colours[c];
        info["label_color"].push_back(Json::array({colour.r, colour.g, colour.b}));
    }
    if (format == DatasetFormat::json) {
        info["label_index"] = labels_in_files(series);
    } else {
        for (const Epoch& epoch : series.epochs()) info["epochs"].push_back(epoch.number);
        if (Json unknown = unknown_of(series); !unknown.empty())
            info["unknown"] = std::move(unknown);
    }
    info["frame"] = {{frame.min.x, frame.min.y}, {frame.max.x, frame.max.y}};
    if (const auto steps = steps_of(dataset)) info["epochs_at_steps"] = *steps;
    if (dataset.axes) info["axes"] = {{"x", dataset.axes->x}, {"y", dataset.axes->y}};
    if (dataset.backgrounds)
        if (const auto origin = dataset.backgrounds->orientation().origin)
            info["background_origin"] = *origin == Origin::lower ? "lower" : "upper";
    Json kept = kept_info(same_as);
    for (auto& [key, value] : kept.items()) info[key] = std::move(value);
    for (const auto& [name, value] : source)
        if (!info["source"].contains(name)) info["source"][name] = value;
    if (!dataset.recording.empty()) {
        const RecordingLink link = link_to(dataset.recording, folder);
        info["source"]["recording"] = link.absolute;
        if (!link.relative.empty()) info["source"]["recording_relative"] = link.relative;
        for (const auto& [name, value] : dataset.recording_settings)
            info["source"]["recording_" + name] = value;
    }
    return info;
}

void write_info(const Json& info, const fs::path& folder) {
    // Names may contain invalid UTF-8.
    const std::string text = info.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    write_file(folder / "info.json",
               {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

void write_background(const BackgroundSource& backgrounds, std::size_t epoch,
                      const std::string& dataset, const fs::path& target) {
    const fs::path source = backgrounds.file(epoch);
    // What lies elsewhere is copied only as far as it is a picture: see find_pictures.
    if (source.empty() || !is_inside(source, dataset))
        return write_png(target, backgrounds.load(epoch));
    std::error_code error;
    if (!fs::copy_file(source, target, error))
        throw Error(source.string(), "cannot be copied (", error.message(), ")");
}

void write_backgrounds(const Dataset& dataset, const fs::path& folder, const Job& job) {
    if (!dataset.backgrounds) return;
    std::error_code error;
    if (!fs::create_directory(folder, error))
        throw Error(folder.string(), "cannot be created (", error.message(), ")");
    const EpochSeries& series = dataset.series;
    const auto count = static_cast<double>(series.epoch_count());
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        job.reached(fraction_of_epochs + (fraction_before_sidecar_files - fraction_of_epochs) *
                                             static_cast<double>(e) / count);
        if (dataset.backgrounds->has(e))
            write_background(*dataset.backgrounds, e, dataset.path,
                             folder / (std::to_string(series.epoch(e).number) + ".png"));
    }
}

void copy_all(std::span<const std::string> files, const fs::path& folder, const Job& job) {
    for (const fs::path file : files)
        copy_sidecar(file, folder / file.filename(), fraction_before_sidecar_files, job);
}

void expect_other(const fs::path& folder, const std::string& own) {
    std::error_code ignored;
    if (fs::equivalent(folder, own, ignored))
        throw Error(folder.string(), "is the folder of the dataset itself, expected another");
}

}  // namespace

std::vector<std::string> left_out(const Dataset& dataset, DatasetFormat format) {
    if (format == DatasetFormat::npy) return {};
    std::vector<std::string> names = files_of(dataset.plane_map);
    for (const fs::path sidecar : dataset.sidecar_files)
        if (!is_of_curves(sidecar)) names.push_back(sidecar.filename().string());
    if (has_unfiled_pictures(dataset)) names.emplace_back("images.npy");
    return names;
}

void write_dataset(const Dataset& dataset, DatasetFormat format, const fs::path& folder,
                   const std::map<std::string, std::string>& source, const Job& job,
                   const fs::path& same_as) {
    const EpochSeries& series = dataset.series;
    expect_other(folder, dataset.path);
    StagingFolder beside(folder);
    for (const fs::path sidecar : dataset.sidecar_files)
        if (is_folder(sidecar) && is_inside(beside.path(), sidecar))
            throw Error(folder.string(), "lies in ", sidecar.string(),
                        ", which is copied; expected another folder");
    const auto expect_whole = [&] {
        if (const auto what = series.fault()) throw Error(*what);
    };
    const auto before = [&](std::size_t epoch) {
        job.reached(fraction_of_epochs * static_cast<double>(epoch) /
                    static_cast<double>(series.epoch_count()));
        expect_whole();
        check_values(series, epoch);
    };
    write_info(info_of(dataset, format, folder, source, same_as), beside.path());
    if (format == DatasetFormat::json)
        write_data_json(series, beside.path(), before, job);
    else
        write_arrays(series, beside.path(), before);
    expect_whole();
    write_backgrounds(dataset, beside.path() / "background", job);
    std::vector<std::string> sidecars = dataset.sidecar_files;
    if (format == DatasetFormat::json)
        std::erase_if(sidecars, [](const std::string& file) { return !is_of_curves(file); });
    copy_all(sidecars, beside.path(), job);
    if (format == DatasetFormat::npy) {
        write_plane_map(dataset.plane_map, series, beside.path(), job);
        if (has_unfiled_pictures(dataset)) write_pictures(dataset, beside.path(), job);
    }
    if (dataset.metadata)
        write_samples(*dataset.metadata, series.sample_count(), beside.path(),
                      fraction_before_sidecar_files, job);
    if (dataset.prototypes) write_prototypes(*dataset.prototypes, series, beside.path());
    if (dataset.trust) copy_all(dataset.trust->files, beside.path(), job);
    job.reached(1);
    beside.take_place();
}

}  // namespace epochscope
