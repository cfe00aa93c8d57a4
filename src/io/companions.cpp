#include "io/companions.h"

#include "io/input_file.h"

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

}  // namespace

std::vector<std::string> find_companions(const std::vector<fs::path>& files,
                                         std::vector<std::string>& warnings) {
    std::vector<std::string> found;
    for (const fs::path& file : files) {
        std::error_code ignored;
        if (!fs::exists(fs::symlink_status(file, ignored))) continue;
        if (fs::is_regular_file(file, ignored))
            found.push_back(file.string());
        else
            warnings.push_back(file.filename().string() +
                               ": is no regular file; it is left out of what is written");
    }
    return found;
}

std::vector<std::string> find_run_companions(const fs::path& run,
                                             std::vector<std::string>& warnings) {
    return find_companions({run / "dataset" / "images.npy", run / "curves.csv"}, warnings);
}

void copy_companion(const fs::path& from, const fs::path& to, double share, const Job& job) {
    InputFile input(from, std::numeric_limits<std::size_t>::max());
    OutputFile output(to);
    std::vector<std::uint8_t> bytes(std::min(piece, input.size()));
    for (std::size_t left = input.size(); left > 0;) {
        job.reached(share);
        const auto part = std::span(bytes).first(std::min(left, bytes.size()));
        if (input.read(part) != part.size())
            throw Error(from.string(), "has become shorter while it was copied");
        output.write(std::as_bytes(part));
        left -= part.size();
    }
    output.finish();
}

}  // namespace epochscope
