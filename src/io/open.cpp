#include "io/features/feature_file.h"
#include "io/format_choice.h"
#include "io/metadata/samples_file.h"
#include "io/recording/chosen_samples.h"
#include "io/unknown_format.h"

#include <epochscope/io/named_pictures.h>
#include <epochscope/io/open.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/trust.h>
#include <epochscope/model/error.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Throws UnknownFormat if no format opens the path.
FormatChoice format_for(const fs::path& path, Wanted wanted) {
    const fs::path place = readable_path(path);
    if (auto choice = choose_format(place, wanted)) return *std::move(choice);
    if (wanted == Wanted::dataset && choose_format(place, Wanted::recording))
        throw Error(path.string(),
                    "is a recording, which has no places in the plane; epochscope project "
                    "computes them");
    UnknownPath unknown = describe_unknown(place, wanted == Wanted::recording);
    unknown.path = path;
    throw UnknownFormat(std::move(unknown));
}

/// The folder that a file of features is a part of: the nearest above, up to three, that opens as
/// a recording or places; empty if there is none.
fs::path whole_of(const Format& format, const fs::path& file) {
    constexpr int max_above = 3;
    fs::path above = file;
    for (int i = 0; i < max_above && &format == &feature_file_format; ++i) {
        above = above.parent_path();
        const auto choice = choose_format(above, Wanted::any);
        if (choice && choice->format != &feature_file_format) return above;
    }
    return {};
}

void warn_of_pictures(const std::shared_ptr<const Metadata>& metadata,
                      std::vector<std::string>& warnings) {
    if (!metadata) return;
    for (std::string& warning : warnings_of_pictures(*metadata))
        warnings.push_back(std::move(warning));
}

}  // namespace

Dataset open_dataset(const fs::path& path, const OpenOptions& options, const Job& job) {
    const auto [format, place] = format_for(path, Wanted::dataset);
    Dataset dataset = format->open_dataset(place, options, job);
    dataset.format = format->name;
    if (dataset.name.empty()) dataset.name = place.filename().string();
    dataset.path = place.string();
    if (dataset.projection_folder.empty()) dataset.projection_folder = dataset.path;
    dataset.thumbnails = named_pictures(dataset.metadata, std::move(dataset.thumbnails));
    warn_of_pictures(dataset.metadata, dataset.warnings);
    dataset.trust = read_trust(dataset.projection_folder, dataset.series, dataset.warnings, job);
    dataset.metadata = with_columns(
        dataset.metadata, read_trust_samples(dataset.projection_folder,
                                             dataset.series.sample_count(), dataset.warnings, job));
    if (dataset.trust && dataset.trust->has_preserved())
        dataset.preserved = std::make_shared<const PreservedLevels>(dataset.trust);
    dataset.prototypes =
        read_prototypes(dataset.projection_folder, dataset.series, dataset.warnings, job);
    job.reached(1);
    return dataset;
}

RecordedRun open_recording(const fs::path& path, const OpenOptions& options, const Job& job) {
    const auto [format, place] = format_for(path, Wanted::recording);
    RecordedRun run = format->open_recording(place, options, job);
    run.format = format->name;
    if (run.name.empty()) run.name = place.filename().string();
    run.path = place.string();
    run.settings = settings_of(options);
    if (const fs::path whole = whole_of(*format, place); !whole.empty())
        run.warnings.push_back(place.filename().string() + ": is a part of " + whole.string() +
                               ", which opens with all its epochs and labels");
    warn_of_pictures(run.metadata, run.warnings);
    if (options.samples.empty()) return run;
    return with_samples(std::move(run), options.samples, {.progress = {}, .stop = job.stop});
}

std::map<std::string, std::string> settings_of(const OpenOptions& options) {
    std::error_code ignored;
    std::map<std::string, std::string> settings{{"projection", options.projection},
                                                {"key", options.key},
                                                {"labels_key", options.labels_key},
                                                {"samples", options.samples},
                                                {"epochs", options.epochs}};
    if (!options.labels.empty())
        settings["labels"] = fs::absolute(options.labels, ignored).lexically_normal().string();
    std::erase_if(settings, [](const auto& setting) { return setting.second.empty(); });
    return settings;
}

OpenOptions recording_options(const Dataset& dataset) {
    const auto setting = [&](const char* name) {
        const auto found = dataset.recording_settings.find(name);
        return found == dataset.recording_settings.end() ? std::string() : found->second;
    };
    return {.projection = setting("projection"),
            .labels = setting("labels"),
            .key = setting("key"),
            .labels_key = setting("labels_key"),
            .samples = setting("samples"),
            .epochs = setting("epochs")};
}

bool is_dataset(const fs::path& path) {
    return choose_format(readable_path(path), Wanted::dataset).has_value();
}

bool is_recording(const fs::path& path) {
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    return !error && choose_format(place, Wanted::recording).has_value();
}

std::vector<std::string> list_projections(const fs::path& path) {
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    if (error) return {};
    const auto choice = choose_format(place, Wanted::any);
    if (!choice || choice->format->choices == nullptr) return {};
    return choice->format->choices(choice->path);
}

}  // namespace epochscope
