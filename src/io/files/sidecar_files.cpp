#include "io/files/sidecar_files.h"

#include "io/curves/find_curve_files.h"
#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/pictures/picture_file.h"

#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece = std::size_t{1} << 20U;

/// Adds the path if it exists and is of this kind.
void find_one(const fs::path& path, bool is_folder, std::vector<std::string>& found,
              std::vector<std::string>& warnings) {
    if (!path_exists(path)) return;
    std::error_code ignored;
    const bool is_right =
        is_folder ? fs::is_directory(path, ignored) : fs::is_regular_file(path, ignored);
    if (is_right && is_inside(path, path.parent_path()))
        found.push_back(path.string());
    else if (is_right)
        warnings.push_back(path.filename().string() +
                           ": leads out of its folder; it is left out of what is written");
    else
        warnings.push_back(path.filename().string() + ": is not a " +
                           (is_folder ? "folder" : "regular file") +
                           "; it is left out of what is written");
}

void copy_file(const fs::path& from, const fs::path& to, double fraction, const Job& job) {
    InputFile input(from, std::numeric_limits<std::size_t>::max());
    OutputFile output(to);
    std::vector<std::uint8_t> bytes(std::min(piece, input.size()));
    for (std::size_t left = input.size(); left > 0;) {
        job.reached(fraction);
        const auto part = std::span(bytes).first(std::min(left, bytes.size()));
        if (input.read(part) != part.size())
            throw Error(from.string(), "has become shorter while it was copied");
        output.write(std::as_bytes(part));
        left -= part.size();
    }
    output.finish();
}

void copy_pictures(const fs::path& from, const fs::path& to, double fraction, const Job& job) {
    std::error_code error;
    if (!fs::create_directory(to, error))
        throw Error(to.string(), "cannot be created (", error.message(), ")");
    for (fs::directory_iterator it(from, error), end; !error && it != end; it.increment(error))
        if (is_picture_name(it->path().native()) && it->is_regular_file(error) &&
            is_inside(it->path(), from))
            copy_file(it->path(), to / it->path().filename(), fraction, job);
    if (error) throw Error(from.string(), "cannot be read (", error.message(), ")");
}

void copy_runs(const fs::path& from, const fs::path& to, double fraction, const Job& job) {
    std::error_code error;
    fs::create_directory(to, error);
    for (fs::recursive_directory_iterator it(from, error), end; !error && it != end;
         it.increment(error)) {
        const fs::path target = to / it->path().lexically_relative(from);
        const fs::file_status status = it->symlink_status(error);
        if (fs::is_directory(status))
            fs::create_directory(target, error);
        else if (fs::is_regular_file(status) && may_hold_curves(it->path()))
            copy_file(it->path(), target, fraction, job);
    }
    if (error) throw Error(from.string(), "cannot be copied (", error.message(), ")");
}

}  // namespace

std::vector<std::string> find_pictures(const fs::path& folder, std::vector<std::string>& warnings) {
    std::vector<std::string> found;
    find_one(folder / "images.npy", false, found, warnings);
    find_one(folder / "image", true, found, warnings);
    return found;
}

std::vector<std::string> find_curves(const fs::path& folder, std::vector<std::string>& warnings) {
    std::vector<std::string> found;
    find_one(folder / "curves.csv", false, found, warnings);
    find_one(folder / "runs", true, found, warnings);
    return found;
}

bool is_of_curves(const fs::path& file) {
    return file.filename() == "curves.csv" || file.filename() == "runs";
}

std::vector<std::string> find_run_sidecar_files(const fs::path& run,
                                                std::vector<std::string>& warnings) {
    std::vector<std::string> found = find_pictures(run / "dataset", warnings);
    find_one(run / "curves.csv", false, found, warnings);
    return found;
}

void copy_sidecar(const fs::path& from, const fs::path& to, double fraction, const Job& job) {
    std::error_code ignored;
    if (from.filename() == "runs")
        copy_runs(from, to, fraction, job);
    else if (fs::is_directory(from, ignored))
        copy_pictures(from, to, fraction, job);
    else
        copy_file(from, to, fraction, job);
}

}  // namespace epochscope
