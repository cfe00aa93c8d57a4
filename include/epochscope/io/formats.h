#pragma once

#include <epochscope/model/error.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// How well a path fits a format.
struct Fit {
    /// The fraction of what the format needs that is there, 0..1. At 1 the format opens the path.
    double share = 0;
    /// What is missing, without the path and a full stop: "has no data.json". May be empty at 0 and
    /// is empty at 1.
    std::string lacks = {};

    [[nodiscard]] bool opens() const { return share >= 1; }
};

/// The answer of one format about a path.
struct FormatFit {
    /// "Sequence-Scatter", ...
    std::string_view format;
    /// The files that it needs: "info.json and data.json".
    std::string_view files;
    Fit fit;
    /// Whether it holds features and not places in the plane.
    bool is_recording = false;
};

/// The answers of all formats, in the order in which they take precedence. A file may stand for its
/// folder. Reads names and headers only. Throws Error if the path cannot be read.
std::vector<FormatFit> fits_of(const std::filesystem::path& path);

/// What is known of a path that no format opens.
struct UnknownPath {
    std::filesystem::path path;
    /// Whether only a recording was wanted.
    bool wants_recording = false;
    /// The first entries of a folder, sorted; folders end with a slash.
    std::vector<std::string> entries = {};
    /// The number of further entries.
    std::size_t more = 0;
    /// The format that fits best; nothing if none fits at all.
    std::optional<FormatFit> nearest = {};
    /// A path nearby that opens; empty if there is none.
    std::filesystem::path meant = {};
    /// The file with the labels of those features (OpenOptions::labels); empty if there is none.
    std::filesystem::path meant_labels = {};
};

/// Thrown for a path that no format opens. Its message says what the path holds, which format comes
/// nearest, what that lacks, and what was probably meant.
class UnknownFormat : public Error {
  public:
    explicit UnknownFormat(UnknownPath path);
    [[nodiscard]] const UnknownPath& path() const { return path_; }

  private:
    UnknownPath path_;
};

}  // namespace epochscope
