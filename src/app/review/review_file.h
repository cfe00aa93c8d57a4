#pragma once

#include <epochscope/io/review.h>
#include <epochscope/model/dataset.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::app {

/// A file of decisions as it was when this window read or wrote it last. Another file of this name
/// is never written over: it gets a name of its own first. Not for two threads at once.
class ReviewFile {
  public:
    /// Nothing is read yet: a file that is there counts as another one.
    explicit ReviewFile(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Reads it. Throws Error.
    Review read(const Dataset& dataset, std::vector<std::string>& warnings);
    /// Writes it. Returns the new path of another file that was in the way, or nothing. Throws
    /// Error.
    std::optional<std::filesystem::path> write(const Review& review, const Dataset& dataset);

  private:
    /// Tells one state of a file from another.
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t size = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };

    [[nodiscard]] std::optional<Stamp> stamp() const;

    std::filesystem::path path_;
    std::optional<Stamp> known_;
};

}  // namespace epochscope::app
