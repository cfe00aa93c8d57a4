#pragma once

#include <epochscope/io/formats.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A format: a pair of files that defines one of these, and a line in formats.cpp.
struct Format {
    /// As `info` prints it: "Sequence-Scatter".
    std::string_view name;
    /// The files that it needs, for messages: "info.json and data.json".
    std::string_view files;
    /// How well it fits a folder or a regular file, whose path is canonical. Cheap: names and
    /// headers only. What is there but broken fits, so that opening says what is wrong with it.
    Fit (*fit)(const std::filesystem::path& path);
    /// Opens a path that fits, as places in the plane or as features: one of the two is set.
    /// `name`, `path` and `format` of the result need not be set.
    Dataset (*open_dataset)(const std::filesystem::path& path, const OpenOptions& options,
                            const Job& job) = nullptr;
    RecordedRun (*open_recording)(const std::filesystem::path& path, const OpenOptions& options,
                                  const Job& job) = nullptr;
    /// The names among which OpenOptions::projection chooses, sorted; null if there is no choice.
    std::vector<std::string> (*choices)(const std::filesystem::path& path) = nullptr;
};

/// All formats. Of those that fit, the first counts.
std::span<const Format* const> all_formats();

}  // namespace epochscope
