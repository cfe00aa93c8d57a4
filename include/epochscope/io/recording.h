#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/job.h>
#include <epochscope/model/metadata.h>
#include <epochscope/model/recording.h>
#include <epochscope/model/thumbnails.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// An opened recording, and warnings for the user.
struct RecordedRun {
    Recording recording;
    /// The name of the folder.
    std::string name;
    /// The absolute path of the folder.
    std::string path;
    /// The name of the format: "recording", ...
    std::string format = {};
    /// Sentences about optional content that is broken.
    std::vector<std::string> warnings = {};
    /// Those of `dataset/images.npy`, `dataset/image` and `curves.csv` that exist: see Dataset.
    std::vector<std::string> sidecar_files = {};
    /// What it was opened with: see settings_of.
    std::map<std::string, std::string> settings = {};
    /// Pictures of the samples that are not among the sidecar files; null if there are none.
    std::shared_ptr<const ThumbnailSource> thumbnails = {};
    /// What is known of the samples beside labels; null if there is nothing.
    std::shared_ptr<const Metadata> metadata = {};
};

/// The file that a recorder leaves in a recording whose run has ended.
inline constexpr std::string_view end_mark = "finished";

/// Whether a format opens the path as a recording. False if the path cannot be read.
bool is_recording(const std::filesystem::path& path);

/// Opens a recording by the first format that fits (see io/formats.h and manual, formats.md).
/// Little-endian float32 arrays stay mapped into memory; others are converted, with a warning if
/// they are large. Skips epochs without embeddings and unusable `head.pt` files with a warning.
/// Reads only the labels and the headers of arrays: see check_values. Throws UnknownFormat if no
/// format fits, Error if the data is faulty, and Cancelled.
RecordedRun open_recording(const std::filesystem::path& path, const OpenOptions& options = {},
                           const Job& job = {});

}  // namespace epochscope
