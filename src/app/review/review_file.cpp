#include "app/review/review_file.h"

#include <epochscope/model/error.h>

#include <system_error>

namespace epochscope::app {
namespace {

namespace fs = std::filesystem;

constexpr int most_copies = 1000;

/// "review.csv.bak", or "review.csv.bak2" and so on if there is one.
fs::path free_name(const fs::path& path) {
    for (int number = 1; number < most_copies; ++number) {
        fs::path name = path;
        name += ".bak" + (number > 1 ? std::to_string(number) : std::string());
        std::error_code ignored;
        if (!fs::exists(fs::symlink_status(name, ignored))) return name;
    }
    throw Error(path.string(), "cannot be moved aside (too many copies)");
}

}  // namespace

std::optional<ReviewFile::Stamp> ReviewFile::stamp() const {
    std::error_code fault;
    Stamp stamp{fs::last_write_time(path_, fault), 0};
    if (fault) return std::nullopt;
    stamp.size = fs::file_size(path_, fault);
    if (fault) return std::nullopt;
    return stamp;
}

Review ReviewFile::read(const Dataset& dataset, std::vector<std::string>& warnings) {
    // First, so that a change meanwhile is noticed.
    const auto before = stamp();
    Review review = read_review(path_, dataset, warnings);
    known_ = before;
    return review;
}

std::optional<fs::path> ReviewFile::write(const Review& review, const Dataset& dataset) {
    std::optional<fs::path> moved;
    const auto now = stamp();
    if (now && now != known_) {
        moved = free_name(path_);
        std::error_code fault;
        fs::rename(path_, *moved, fault);
        if (fault) throw Error(path_.string(), "cannot be moved aside (", fault.message(), ")");
    }
    write_review(review, dataset, path_);
    known_ = stamp();
    return moved;
}

}  // namespace epochscope::app
