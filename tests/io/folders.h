#pragma once

#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace epochscope::tests {

/// Writes a text into a file, making the folders above it.
inline void put(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    write_file(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// Two classes and three samples.
inline constexpr std::string_view good_info =
    R"({"label_text": ["a", "b"], "label_color": [[255,0,0],[0,0,255]], "label_index": [0, 1, 1]})";
inline constexpr std::string_view good_data = R"({"1": {"projection": [[1, 2], [3, 4], [5, 6]]}})";

/// What opening says: its error, or "opened" and its warnings.
inline std::string outcome(const std::filesystem::path& folder, const OpenOptions& options = {}) {
    try {
        std::string result = "opened";
        for (const std::string& warning : open_dataset(folder, options).warnings)
            result += "; " + warning;
        return result;
    } catch (const Error& error) {
        return error.what();
    }
}

/// What opening as a recording says: its error, or "opened".
inline std::string fault_of(const std::filesystem::path& path, const OpenOptions& options = {}) {
    try {
        open_recording(path, options);
        return "opened";
    } catch (const Error& error) {
        return error.what();
    }
}

/// What opening a folder of these two files says.
inline std::string outcome_of(std::string_view info, std::string_view data) {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", info);
    put(folder.path() / "data.json", data);
    return outcome(folder.path());
}

}  // namespace epochscope::tests
