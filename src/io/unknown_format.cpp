#include "io/unknown_format.h"

#include "io/curves/curves_hint.h"
#include "io/dynamics/signals_hint.h"
#include "io/features/feature_file.h"
#include "io/features/feature_folder.h"
#include "io/format_choice.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The entries that are named, and that are looked into.
constexpr std::size_t max_named = 6;
constexpr std::size_t max_visited = 1000;
constexpr std::size_t max_folders = 20;
/// The folders above that are asked: epochs/epoch_<k>/file is three below its recording.
constexpr int max_above = 3;

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        entries.push_back(it->path());
        if (entries.size() == max_visited) break;
    }
    std::ranges::sort(entries);
    return entries;
}

void name_entries(const std::vector<fs::path>& entries, UnknownPath& unknown) {
    const std::size_t named = std::min(entries.size(), max_named);
    for (std::size_t i = 0; i < named; ++i) {
        std::error_code ignored;
        unknown.entries.push_back(entries[i].filename().string() +
                                  (fs::is_directory(entries[i], ignored) ? "/" : ""));
    }
    unknown.more = entries.size() - named;
}

/// Whether a format opens the path itself.
bool opens(const fs::path& path, Wanted wanted) {
    const auto choice = choose_format(path, wanted);
    return choice && choice->path == path;
}

/// The first folder or file among these that opens.
fs::path first_that_opens(const std::vector<fs::path>& entries, Wanted wanted) {
    for (const fs::file_type type : {fs::file_type::directory, fs::file_type::regular})
        for (const fs::path& entry : entries) {
            std::error_code ignored;
            if (fs::status(entry, ignored).type() == type && opens(entry, wanted)) return entry;
        }
    return {};
}

/// The nearest folder above, or else the first folder or file in it that opens, or in one of the
/// folders in it.
fs::path path_meant(const fs::path& path, const std::vector<fs::path>& entries, Wanted wanted) {
    fs::path above = path;
    for (int i = 0; i < max_above && above.has_relative_path(); ++i) {
        above = above.parent_path();
        if (opens(above, wanted)) return above;
    }
    if (fs::path first = first_that_opens(entries, wanted); !first.empty()) return first;
    std::size_t visited = 0;
    for (const fs::path& folder : entries) {
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored) || ++visited > max_folders) continue;
        if (fs::path inner = first_that_opens(entries_of(folder), wanted); !inner.empty())
            return inner;
    }
    return {};
}

std::optional<FormatFit> nearest_of(const fs::path& path, bool wants_recording) {
    std::optional<FormatFit> nearest;
    std::error_code ignored;
    const bool has_entries = fs::is_directory(path, ignored);
    for (FormatFit& answer : fits_of(path)) {
        // What else lies in the folder of a file says nothing about the file.
        for (const Format* of_file : {&feature_file_format, &training_curves_format})
            if (!has_entries && answer.format == of_file->name) answer.fit = of_file->fit(path);
        if (wants_recording && !answer.is_recording) continue;
        if (answer.fit.share > 0 && (!nearest || answer.fit.share > nearest->fit.share))
            nearest = std::move(answer);
    }
    return nearest;
}

std::string listed(const UnknownPath& unknown) {
    std::string list;
    for (const std::string& entry : unknown.entries) list += (list.empty() ? "" : ", ") + entry;
    if (unknown.more > 0) list += " and " + std::to_string(unknown.more) + " more";
    return list;
}

std::string names_of_formats(bool wants_recording) {
    std::string list;
    for (const Format* format : all_formats()) {
        const bool opens = format->open_recording || (!wants_recording && format->open_dataset);
        if (!opens) continue;
        list += (list.empty() ? "" : ", ") + std::string(format->name);
    }
    return list;
}

bool is_empty_folder(const UnknownPath& unknown) {
    std::error_code ignored;
    return unknown.entries.empty() && fs::is_directory(unknown.path, ignored);
}

std::string message_of(const UnknownPath& unknown) {
    std::string text =
        unknown.wants_recording ? "is not a recording" : "is not a dataset folder or a recording";
    if (!unknown.entries.empty()) text += "; it holds " + listed(unknown);
    if (is_empty_folder(unknown)) text += "; it is empty";
    if (unknown.nearest)
        text += ". It comes nearest to the format " + std::string(unknown.nearest->format) + " (" +
                std::string(unknown.nearest->files) + "), but it " + unknown.nearest->fit.lacks;
    else if (unknown.meant.empty())
        text += "; expected one of the formats " + names_of_formats(unknown.wants_recording);
    if (!unknown.meant.empty())
        text += ". Did you mean " + unknown.meant.string() + "?";
    else
        text += ".";
    return text + " The manual's page formats describes each format";
}

}  // namespace

UnknownPath describe_unknown(const fs::path& path, bool wants_recording) {
    UnknownPath unknown{.path = path, .wants_recording = wants_recording};
    const std::vector<fs::path> entries = entries_of(path);
    name_entries(entries, unknown);
    unknown.nearest = nearest_of(path, wants_recording);
    // What signals are told by, as probabilities, would open as features.
    if (unknown.nearest && unknown.nearest->format == training_signals_format.name) return unknown;
    unknown.meant = path_meant(path, entries, wants_recording ? Wanted::recording : Wanted::any);
    // Of features and their labels, which come first is of no matter.
    const bool is_array =
        unknown.meant.parent_path() == path && unknown.meant.extension() == ".npy";
    if (!is_array) return unknown;
    if (FeatureFiles files = feature_files_in(path); !files.features.empty()) {
        unknown.meant = std::move(files.features);
        unknown.meant_labels = std::move(files.labels);
    }
    return unknown;
}

UnknownFormat::UnknownFormat(UnknownPath path)
    : Error(path.path.string(), message_of(path)), path_(std::move(path)) {}

}  // namespace epochscope
