#include "cli/outputs.h"

#include <epochscope/export/formats.h>
#include <epochscope/io/output_file.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace epochscope::cli {

namespace {

namespace fs = std::filesystem;

/// A path in a call, and what it was given as.
struct NamedPath {
    std::string name;
    fs::path path;
};

/// The texts that an option was set to.
std::vector<std::string> texts_in(const Option& option) {
    if (const auto* text = std::get_if<std::string*>(&option.value)) return {**text};
    if (const auto* text = std::get_if<std::optional<std::string>*>(&option.value))
        return {(*text)->value_or("")};
    if (const auto* texts = std::get_if<std::vector<std::string>*>(&option.value)) return **texts;
    return {};
}

bool is_path(const VerbOption& option) {
    return option.is_argument || option.value == "FILE" || option.value == "FOLDER";
}

std::vector<NamedPath> paths_of(const Verb& verb, bool written) {
    std::vector<NamedPath> paths;
    for (const VerbOption& option : verb.options) {
        if (option.sets.empty() || option.sets.front().is_written != written) continue;
        if (!written && !is_path(option)) continue;
        for (const std::string& text : texts_in(option.sets.front()))
            if (!text.empty()) paths.push_back({option.names.back(), text});
    }
    return paths;
}

/// Without links, also where its end does not exist yet.
fs::path place_of(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    const fs::path place = fs::weakly_canonical(absolute, error);
    if (error) return absolute;
    return place.has_filename() ? place : place.parent_path();
}

bool are_same(const fs::path& a, const fs::path& b) {
    std::error_code ignored;
    return fs::equivalent(a, b, ignored) || place_of(a) == place_of(b);
}

bool is_within(const fs::path& path, const fs::path& folder) {
    const fs::path place = place_of(path);
    const fs::path outer = place_of(folder);
    return std::mismatch(outer.begin(), outer.end(), place.begin(), place.end()).first ==
           outer.end();
}

/// Whether no folder is read from files with this ending: pages, vector figures and videos.
bool is_never_read(const fs::path& file) {
    const ExportFormat* picture = format_of(file, picture_formats());
    return format_of(file, page_formats()) || format_of(file, video_formats()) ||
           (picture && picture->ending != ".png");
}

void check(const NamedPath& output, const NamedPath& input) {
    std::error_code ignored;
    if (!fs::exists(input.path, ignored)) return;
    if (are_same(output.path, input.path))
        throw CallError(output.name + ": " + output.path.string() +
                        " is what is read, expected another path");
    if (fs::is_regular_file(output.path, ignored) && !is_never_read(output.path) &&
        is_within(output.path, input.path))
        throw CallError(output.name + ": " + output.path.string() + " is a file of " +
                        input.path.string() + ", which is read; expected a path outside of it");
}

}  // namespace

void prepare_outputs(const Verb& verb, const Stage& stage) {
    const std::vector<NamedPath> inputs = paths_of(verb, false);
    const std::vector<NamedPath> outputs = paths_of(verb, true);
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        for (const NamedPath& input : inputs) check(*output, input);
        const auto same = std::find_if(outputs.begin(), output, [&](const NamedPath& other) {
            return are_same(other.path, output->path);
        });
        if (same != output)
            throw CallError(output->name + ": " + output->path.string() + " is what " + same->name +
                            " writes, expected another path");
    }
    for (const NamedPath& output : outputs)
        for (const fs::path& left : clear_leftovers(output.path))
            stage.warn(left.string() + ": was left by a program that was killed; it is removed");
}

}  // namespace epochscope::cli
