#include "io/curves/curves_hint.h"

#include "io/curves/curve_file.h"
#include "io/curves/find_curve_files.h"
#include "io/files/paths.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Of the files in a folder, only the names are looked at.
bool has_curves(const fs::path& path) {
    constexpr std::size_t max_looked_at = 1000;
    if (is_folder(path))
        return std::ranges::any_of(files_in(path, max_looked_at), [](const fs::path& file) {
            return has_event_name(file) || has_table_name(file);
        });
    try {
        return curve_file(path, false) != nullptr;
    } catch (const Error&) {
        return false;
    }
}

Fit fit_training_curves(const fs::path& path) {
    constexpr double is_other = 0.9;
    if (!has_curves(path)) return {};
    return {is_other,
            "holds training curves, which have no places; a window that shows a dataset opens them "
            "(File > Add backgrounds or curves)"};
}

}  // namespace

const Format training_curves_format{
    .name = "training curves",
    .files = "events.out.tfevents.*, a log, or a table with a column of steps or epochs",
    .fit = fit_training_curves,
};

}  // namespace epochscope
