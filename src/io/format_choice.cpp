#include "io/format_choice.h"

#include "io/recording/epoch_arrays.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The path, and the folder of a file.
std::vector<fs::path> candidates_of(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return {path};
    return {path, path.parent_path()};
}

bool is_npz(const fs::path& path) { return in_lower_case(path.extension().string()) == ".npz"; }

bool is_wanted(const Format& format, Wanted wanted) {
    if (wanted == Wanted::dataset) return format.open_dataset != nullptr;
    if (wanted == Wanted::recording) return format.open_recording != nullptr;
    return true;
}

}  // namespace

fs::path readable_path(const fs::path& path) {
    std::error_code error;
    fs::path place = fs::canonical(path, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    const fs::file_status status = fs::status(place, error);
    if (fs::is_regular_file(status)) return place;
    if (!error && !fs::is_directory(status))
        throw Error(path.string(), "is neither a folder nor a regular file");
    // Fails if the folder cannot be listed.
    const fs::directory_iterator listing(place, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    return place;
}

std::optional<FormatChoice> choose_format(const fs::path& path, Wanted wanted) {
    for (const Format* format : all_formats()) {
        if (!is_wanted(*format, wanted)) continue;
        for (fs::path& candidate : candidates_of(path)) {
            // One of several is opened alone: --key and --labels are for it.
            if (format == &epoch_arrays_format && candidate != path && is_npz(path)) continue;
            if (format->fit(candidate).opens()) return FormatChoice{format, std::move(candidate)};
        }
    }
    return std::nullopt;
}

std::vector<FormatFit> fits_of(const fs::path& path) {
    const fs::path place = readable_path(path);
    std::vector<FormatFit> fits;
    for (const Format* format : all_formats()) {
        Fit best;
        for (const fs::path& candidate : candidates_of(place))
            if (Fit fit = format->fit(candidate); best.lacks.empty() || fit.share > best.share)
                best = std::move(fit);
        fits.push_back(
            {format->name, format->files, std::move(best), format->open_recording != nullptr});
    }
    return fits;
}

}  // namespace epochscope
