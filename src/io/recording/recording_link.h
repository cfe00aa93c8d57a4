#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace epochscope {

/// How a folder names the recording that it was made of.
struct RecordingLink {
    /// An absolute path; empty if it names none.
    std::string absolute = {};
    /// The path from the folder; empty if not known.
    std::string relative = {};
    /// See Dataset::recording_settings.
    std::map<std::string, std::string> settings = {};
};

/// The absolute path of the recording that a folder names: the first of these that is a recording:
/// the absolute path, the relative path from the folder, a folder of the same name beside it. If
/// none is, the absolute path.
std::string find_recording(const RecordingLink& link, const std::filesystem::path& folder);

/// The link that a folder stores to a recording, an absolute path.
RecordingLink link_to(const std::filesystem::path& recording, const std::filesystem::path& folder);

}  // namespace epochscope
