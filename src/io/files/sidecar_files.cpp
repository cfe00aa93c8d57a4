#include "io/files/sidecar_files.h"

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
    if (is_folder ? fs::is_directory(path, ignored) : fs::is_regular_file(path, ignored))
        found.push_back(path.string());
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
        if (is_picture_name(it->path().native()) && fs::is_regular_file(it->path(), error))
            copy_file(it->path(), to / it->path().filename(), fraction, job);
    if (error) throw Error(from.string(), "cannot be read (", error.message(), ")");
}

}  // namespace

std::vector<std::string> find_sidecar_files(const fs::path& pictures, const fs::path& curves,
                                            std::vector<std::string>& warnings) {
    std::vector<std::string> found;
    find_one(pictures / "images.npy", false, found, warnings);
    find_one(pictures / "image", true, found, warnings);
    find_one(curves / "curves.csv", false, found, warnings);
    return found;
}

std::vector<std::string> find_run_sidecar_files(const fs::path& run,
                                                std::vector<std::string>& warnings) {
    return find_sidecar_files(run / "dataset", run, warnings);
}

void copy_sidecar(const fs::path& from, const fs::path& to, double fraction, const Job& job) {
    std::error_code ignored;
    if (fs::is_directory(from, ignored))
        copy_pictures(from, to, fraction, job);
    else
        copy_file(from, to, fraction, job);
}

}  // namespace epochscope
