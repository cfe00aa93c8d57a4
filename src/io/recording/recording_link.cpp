#include "io/recording/recording_link.h"

#include <epochscope/io/recording.h>

#include <system_error>

namespace epochscope {

namespace fs = std::filesystem;

std::string find_recording(const RecordingLink& link, const fs::path& folder) {
    if (link.absolute.empty()) return {};
    const fs::path absolute(link.absolute);
    const fs::path named = absolute.has_filename() ? absolute : absolute.parent_path();
    const fs::path relative = link.relative.empty() ? fs::path() : folder / link.relative;
    for (const fs::path& place : {absolute, relative, folder.parent_path() / named.filename()})
        if (!place.empty() && is_recording(place)) return place.lexically_normal().string();
    return link.absolute;
}

RecordingLink link_to(const fs::path& recording, const fs::path& folder) {
    std::error_code error;
    const fs::path from = fs::weakly_canonical(fs::absolute(folder, error), error);
    const fs::path place = from.has_filename() ? from : from.parent_path();
    return {recording.string(),
            error ? std::string() : recording.lexically_relative(place).string(),
            {}};
}

}  // namespace epochscope
