#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// A file format that is written, identified by the ending of the file's name.
struct ExportFormat {
    /// In lower case, with its dot.
    std::string_view ending;
    std::string_view codec;
};

/// PNG; SVG and PDF, which only callers with fonts write (see cli/desktop.h).
std::span<const ExportFormat> picture_formats();
/// MP4 and Matroska (H.264), WebM (VP9) and GIF.
std::span<const ExportFormat> video_formats();
/// HTML: see html.h.
std::span<const ExportFormat> page_formats();

/// The format of a file by its ending, in upper or lower case; null if none of them has it.
const ExportFormat* format_of(const std::filesystem::path& file,
                              std::span<const ExportFormat> formats);

/// Their endings as text: ".mp4, .mkv, .webm or .gif".
std::string list_endings(std::span<const ExportFormat> formats);

}  // namespace epochscope
