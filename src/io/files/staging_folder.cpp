#include "io/files/staging_folder.h"

#include "io/files/unfinished.h"

#include <epochscope/io/output_file.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/error.h>

#include <fcntl.h>

#include <string>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The folder itself, if the path ends with a slash or contains a link.
fs::path place_of(const fs::path& target) {
    std::error_code error;
    fs::path place = fs::weakly_canonical(fs::absolute(target, error), error);
    if (error) throw Error(target.string(), "cannot be written (", error.message(), ")");
    return place.has_filename() ? place : place.parent_path();
}

}  // namespace

void expect_new_folder(const fs::path& folder) {
    const fs::path place = place_of(folder);
    std::error_code ignored;
    const fs::file_status status = fs::status(place, ignored);
    if (fs::exists(status) && !fs::is_directory(status))
        throw Error(folder.string(), "cannot be written (it is there and no folder)");
    if (fs::exists(status) && !fs::is_empty(place, ignored))
        throw Error(folder.string(), "is there already and not empty, expected a new folder");
}

StagingFolder::StagingFolder(const fs::path& target) : target_(place_of(target)) {
    expect_new_folder(target);
    clear_leftovers(target_);
    std::error_code error;
    for (int attempt = 0; attempt < max_unfinished && !error; ++attempt) {
        fs::path path = target_;
        path += unfinished_mark(attempt);
        if (!fs::create_directory(path, error)) continue;
        lock_.take(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (lock_.get() >= 0 && !claim_unfinished(lock_.get())) continue;
        path_ = std::move(path);
        return;
    }
    throw Error(target.string(), "cannot be written (",
                error ? error.message() : "too many unfinished folders lie beside it", ")");
}

StagingFolder::~StagingFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

void StagingFolder::take_place() {
    std::error_code error;
    for (fs::recursive_directory_iterator it(path_, error), end; !error && it != end;
         it.increment(error))
        sync_path(it->path());
    sync_path(path_);
    if (!error) fs::rename(path_, target_, error);
    if (error) throw Error(target_.string(), "cannot be written (", error.message(), ")");
    path_.clear();
    sync_path(target_.parent_path());
}

}  // namespace epochscope
