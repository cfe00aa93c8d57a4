#include "io/files/unfinished.h"

#include "io/files/paths.h"

#include <epochscope/io/output_file.h>
#include <epochscope/io/process.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".part-";
constexpr std::string_view digits = "0123456789";

/// Removes a number from the beginning of a text; false if there is none.
bool skip_number(std::string_view& text) {
    const std::size_t length = std::min(text.find_first_not_of(digits), text.size());
    text.remove_prefix(length);
    return length > 0;
}

/// What stands before the mark in the name of something unfinished; empty if it is nothing such.
std::string_view unfinished_name(std::string_view name) {
    const std::size_t at = name.rfind(mark);
    if (at == std::string_view::npos) return {};
    std::string_view rest = name.substr(at + mark.size());
    if (!skip_number(rest) || !rest.starts_with('-')) return {};
    rest.remove_prefix(1);
    if (!skip_number(rest) || !(rest.empty() || rest.starts_with('.'))) return {};
    name = name.substr(0, at);
    // Files are hidden.
    if (name.starts_with('.')) name.remove_prefix(1);
    return name;
}

/// Whether nobody writes it any more.
bool is_left(const fs::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    return file.get() >= 0 && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0;
}

/// Removes leftovers of one target from a folder; of any target if the name is empty.
void clear(const fs::path& folder, std::string_view target, std::vector<fs::path>& cleared) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string file = it->path().filename().string();
        const std::string_view name = unfinished_name(file);
        if (name.empty() ||
            (!target.empty() && name != target && name != fs::path(target).stem().string()))
            continue;
        // Unfinished files are hidden, folders are called like their target.
        if (!it->is_directory(error) && !file.starts_with('.')) continue;
        if (!is_left(it->path())) continue;
        std::error_code failed;
        fs::remove_all(it->path(), failed);
        if (!failed) cleared.push_back(it->path());
    }
}

}  // namespace

std::string unfinished_mark(int attempt) {
    return std::string(mark) + std::to_string(::getpid()) + "-" + std::to_string(attempt);
}

bool claim_unfinished(int descriptor) {
    // Where nothing can be locked, nothing is taken for a leftover.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
    // Another program may have taken it for a leftover before it was locked.
    struct stat held {};
    return ::fstat(descriptor, &held) == 0 && held.st_nlink > 0;
}

void sync_path(const fs::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() >= 0) ::fsync(file.get());
}

std::vector<fs::path> clear_leftovers(const fs::path& target) {
    std::vector<fs::path> cleared;
    std::error_code error;
    fs::path place = fs::weakly_canonical(fs::absolute(target, error), error);
    if (error) return cleared;
    if (!place.has_filename()) place = place.parent_path();
    clear(place.parent_path(), place.filename().string(), cleared);
    clear(place, {}, cleared);
    for (const fs::path& inside : folders_in(place))
        if (!fs::is_symlink(inside, error)) clear(inside, {}, cleared);
    return cleared;
}

}  // namespace epochscope
