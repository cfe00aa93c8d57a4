#include "io/curves/find_curve_files.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;
constexpr std::size_t max_files = 10'000;
constexpr std::size_t max_entries = 1'000'000;

/// By the name; `.log` and `.txt` files are examined later.
bool may_hold_curves(const fs::path& file) {
    constexpr std::array<std::string_view, 3> tables{"curves.csv", "metrics.csv", "progress.csv"};
    const std::string name = file.filename().string();
    return has_event_name(file) || std::find(tables.begin(), tables.end(), name) != tables.end() ||
           file.extension() == ".log" || file.extension() == ".txt";
}

}  // namespace

bool has_event_name(const fs::path& file) {
    return file.filename().string().find("tfevents") != std::string::npos;
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
    return files;
}

}  // namespace epochscope
