#include "io/curves/find_curve_files.h"

#include "io/curves/curve_file.h"
#include "io/files/paths.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string_view>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;
constexpr std::size_t max_files = 10'000;
constexpr std::size_t max_entries = 1'000'000;

/// The step of the folder `checkpoint-<step>` that a trainer_state.json is in; 0 for other folders.
std::int64_t checkpoint_of(const fs::path& file) {
    constexpr std::string_view prefix = "checkpoint-";
    const std::string name = file.parent_path().filename().string();
    std::int64_t step = 0;
    if (name.starts_with(prefix))
        std::from_chars(name.data() + prefix.size(), name.data() + name.size(), step);
    return step;
}

/// Each checkpoint of a run repeats what those before it hold, and so does what the run leaves at
/// its end, so only the last one is kept.
void keep_last_states(std::vector<fs::path>& files) {
    const auto is_state = [](const fs::path& file) {
        return file.filename() == "trainer_state.json";
    };
    const auto run_of = [](const fs::path& file) {
        const fs::path folder = file.parent_path();
        return checkpoint_of(file) > 0 ? folder.parent_path() : folder;
    };
    const auto step_of = [](const fs::path& file) {
        constexpr std::int64_t at_end = std::numeric_limits<std::int64_t>::max();
        const std::int64_t step = checkpoint_of(file);
        return step > 0 ? step : at_end;
    };
    std::map<fs::path, fs::path> last;
    for (const fs::path& file : files) {
        if (!is_state(file)) continue;
        fs::path& kept = last[run_of(file)];
        if (kept.empty() || step_of(file) > step_of(kept)) kept = file;
    }
    std::erase_if(
        files, [&](const fs::path& file) { return is_state(file) && last[run_of(file)] != file; });
}

}  // namespace

bool may_hold_curves(const fs::path& file) {
    constexpr std::array<std::string_view, 7> endings{".csv",  ".tsv",   ".log", ".txt",
                                                      ".json", ".jsonl", ".out"};
    if (!metrics_folder(file).empty()) return true;
    // What is known of samples, which may have a column of epochs as well.
    if (file.stem() == "samples") return false;
    return has_event_name(file) ||
           std::ranges::find(endings, file.extension().string()) != endings.end();
}

bool has_event_name(const fs::path& file) {
    return file.filename().string().find("tfevents") != std::string::npos;
}

bool has_table_name(const fs::path& file) {
    constexpr std::array<std::string_view, 3> tables{"curves.csv", "metrics.csv", "progress.csv"};
    return std::ranges::find(tables, file.filename().string()) != tables.end();
}

std::vector<fs::path> find_curve_files(const fs::path& path, std::vector<std::string>& warnings) {
    std::error_code error;
    const fs::path root = fs::absolute(path, error).lexically_normal();
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) throw Error(path.string(), "does not exist");
    if (!fs::is_directory(status)) return {root};
    std::vector<fs::path> files;
    std::size_t entries = 0;
    const auto options = fs::directory_options::skip_permission_denied;
    fs::recursive_directory_iterator it(root, options, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        if (++entries > max_entries || files.size() == max_files) {
            warnings.push_back(root.string() +
                               ": has too many entries to read all of them; open a folder in it");
            break;
        }
        std::error_code ignored;
        if (it.depth() + 1 >= deepest) it.disable_recursion_pending();
        if (may_hold_curves(it->path()) && it->is_regular_file(ignored))
            files.push_back(it->path());
    }
    if (error) throw Error(root.string(), "cannot be read (", error.message(), ")");
    std::sort(files.begin(), files.end());
    keep_last_states(files);
    return files;
}

std::vector<fs::path> curves_beside(const fs::path& folder) {
    std::vector<fs::path> found{folder / "curves.csv", folder / "runs"};
    std::erase_if(found, [](const fs::path& path) { return !path_exists(path); });
    return found;
}

}  // namespace epochscope
