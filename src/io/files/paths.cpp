#include "io/files/paths.h"

#include "io/files/input_file.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <system_error>

namespace epochscope {

namespace fs = std::filesystem;

bool path_exists(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    if (error) return false;
    const fs::path outer = fs::canonical(folder, error);
    return !error && std::mismatch(outer.begin(), outer.end(), place.begin(), place.end()).first ==
                         outer.end();
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (is_folder(it->path())) folders.push_back(it->path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::vector<fs::path> files_in(const fs::path& folder, std::size_t limit) {
    std::vector<fs::path> files;
    std::error_code error;
    std::size_t seen = 0;
    for (fs::directory_iterator it(folder, error), end; !error && it != end && seen < limit;
         it.increment(error), ++seen) {
        std::error_code ignored;
        if (it->is_regular_file(ignored)) files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string read_text(const fs::path& file, std::size_t limit) {
    InputFile input(file, limit);
    std::string text(input.size(), '\0');
    text.resize(input.read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    return text;
}

}  // namespace epochscope
