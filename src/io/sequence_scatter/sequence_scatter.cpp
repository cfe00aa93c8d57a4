#include "io/sequence_scatter/sequence_scatter.h"

#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/json/info_json.h"
#include "io/metadata/samples_file.h"
#include "io/places.h"
#include "io/recording/recording_link.h"
#include "io/sequence_scatter/data_json_slices.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/model/error.h>

#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

void expect_file(const fs::path& folder, const char* name) {
    std::error_code ignored;
    const fs::file_status status = fs::status(folder / name, ignored);
    if (!fs::exists(status))
        throw Error(folder.string(), "has no ", name, ", expected info.json and data.json");
    if (!fs::is_regular_file(status))
        throw Error((folder / name).string(), "is not a regular file");
}

EpochSeries read_series(InfoJson& info, const fs::path& folder, std::vector<std::string>& warnings,
                        const Job& job) {
    std::vector<EpochColumns> epochs =
        read_data_json(folder / "data.json", info.labels.size(), warnings, {}, job);
    try {
        return make_series(std::move(info.classes), std::move(info.labels), std::move(epochs),
                           info.place.frame.value_or(default_frame));
    } catch (const Error& error) {
        // The content of info.json was checked when it was parsed.
        throw Error("data.json", error.what());
    }
}

std::shared_ptr<const BackgroundSource> find_backgrounds(const InfoJson& info,
                                                         const fs::path& folder,
                                                         const EpochSeries& series,
                                                         std::vector<std::string>& warnings) {
    const std::optional<Origin> stated = info.place.background_origin;
    if (info.background.empty())
        return open_background_folder(folder / "background", series, stated, warnings);
    if (info.background.find("://") == std::string::npos)
        return open_background_files((folder / info.background).string(), series, stated, warnings);
    warnings.push_back("info.json: background is a web address, which is not read by itself: " +
                       info.background);
    return open_background_folder(folder / "background", series, stated, warnings);
}

Fit fit_sequence_scatter(const fs::path& folder) {
    constexpr double one_of_two = 0.5;
    const bool has_info = path_exists(folder / "info.json");
    const bool has_data = path_exists(folder / "data.json");
    if (has_info && has_data) return {.share = 1};
    if (has_info) return {one_of_two, "has no data.json, expected info.json and data.json"};
    if (has_data) return {one_of_two, "has no info.json, expected info.json and data.json"};
    return {};
}

Dataset open_sequence_scatter(const fs::path& folder, const OpenOptions& /*options*/,
                              const Job& job) {
    for (const char* name : {"info.json", "data.json"}) expect_file(folder, name);
    std::vector<std::string> warnings;
    InfoJson info =
        parse_info_json(JsonText::from_file(folder / "info.json", max_info_json).view(), warnings);
    Dataset dataset{.series = read_series(info, folder, warnings, job),
                    .backgrounds = nullptr,
                    .name = {},
                    .path = {},
                    .format = {},
                    .warnings = std::move(warnings)};
    dataset.backgrounds = find_backgrounds(info, folder, dataset.series, dataset.warnings);
    if (!info.place.frame)
        dataset.series =
            with_fitting_frame(dataset.series, dataset.backgrounds != nullptr, dataset.warnings);
    warn_of_absent(dataset.series, dataset.warnings);
    dataset.axes = info.place.axes;
    dataset.recording = find_recording(info.recording, folder);
    dataset.recording_settings = std::move(info.recording.settings);
    dataset.sidecar_files = find_curves(folder, dataset.warnings);
    dataset.metadata = read_samples_file(folder, dataset.series, dataset.warnings, job);
    return dataset;
}

}  // namespace

const Format sequence_scatter_format{
    .name = "Sequence-Scatter",
    .files = "info.json and data.json",
    .fit = fit_sequence_scatter,
    .open_dataset = open_sequence_scatter,
};

}  // namespace epochscope
