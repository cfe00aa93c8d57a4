#include <epochscope/export/formats.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

constexpr std::array pictures{ExportFormat{".png", "PNG"}, ExportFormat{".svg", "SVG"},
                              ExportFormat{".pdf", "PDF"}};
/// How each codec is encoded: see video.cpp.
constexpr std::array videos{ExportFormat{".mp4", "H.264"}, ExportFormat{".mkv", "H.264"},
                            ExportFormat{".webm", "VP9"}, ExportFormat{".gif", "GIF"}};
constexpr std::array pages{ExportFormat{".html", "HTML"}};

}  // namespace

std::span<const ExportFormat> picture_formats() { return pictures; }

std::span<const ExportFormat> video_formats() { return videos; }

std::span<const ExportFormat> page_formats() { return pages; }

const ExportFormat* format_of(const std::filesystem::path& file,
                              std::span<const ExportFormat> formats) {
    const std::string ending = in_lower_case(file.extension().string());
    const auto found = std::ranges::find(formats, ending, &ExportFormat::ending);
    return found == formats.end() ? nullptr : &*found;
}

std::string list_endings(std::span<const ExportFormat> formats) {
    std::string list;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (i > 0) list += i + 1 < formats.size() ? ", " : " or ";
        list += formats[i].ending;
    }
    return list;
}

}  // namespace epochscope
