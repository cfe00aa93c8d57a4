#include "export/picture.h"

#include <epochscope/export/formats.h>
#include <epochscope/export/frames.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/process.h>
#include <epochscope/model/error.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

namespace epochscope {

namespace {

constexpr double min_rate = 0.01;
constexpr double max_rate = 1000;

const ExportFormat& checked_format(const std::filesystem::path& file, double rate) {
    const ExportFormat* const format = format_of(file, video_formats());
    if (format == nullptr)
        throw Error(file.string(), "ends in \"", file.extension().string(), "\", expected ",
                    list_endings(video_formats()));
    if (!(rate >= min_rate && rate <= max_rate))
        throw Error("rate", "is ", rate, " frames a second, expected ", min_rate, "..", max_rate);
    return *format;
}

std::string text_of(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

/// H.264 and VP9 halve the resolution of colours, so they need even sides.
std::string padding(Size size, Colour canvas) {
    if (size.width % 2 == 0 && size.height % 2 == 0) return {};
    std::array<char, 8> hex{};
    std::snprintf(hex.data(), hex.size(), "%02x%02x%02x", canvas.r, canvas.g, canvas.b);
    return "pad=" + std::to_string(size.width + size.width % 2) + ":" +
           std::to_string(size.height + size.height % 2) + ":0:0:0x" + hex.data() + ",";
}

std::vector<std::string> encoder(const ExportFormat& format, const FrameRun& run) {
    // A palette for each frame: for a common one, ffmpeg would hold all frames in memory.
    if (format.codec == "GIF")
        return {
            "-vf",
            "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=none"};
    std::vector<std::string> words{
        "-vf",
        padding(run.size, run.view.style.canvas) +
            "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,"
            "format=yuv420p",
        "-colorspace",
        "bt709",
        "-color_primaries",
        "bt709",
        "-color_trc",
        "bt709",
        "-color_range",
        "tv"};
    const std::vector<std::string> h264{"-c:v", "libx264", "-crf", "18", "-preset", "medium"};
    const std::vector<std::string> vp9{"-c:v", "libvpx-vp9", "-crf", "24",        "-b:v",
                                       "0",    "-deadline",  "good", "-cpu-used", "4"};
    const auto& codec = format.codec == "VP9" ? vp9 : h264;
    words.insert(words.end(), codec.begin(), codec.end());
    if (format.ending == ".mp4") words.insert(words.end(), {"-movflags", "+faststart"});
    return words;
}

std::vector<std::string> ffmpeg_arguments(const ExportFormat& format, const FrameRun& run,
                                          double rate, const std::filesystem::path& file) {
    const std::string size = std::to_string(run.size.width) + "x" + std::to_string(run.size.height);
    std::vector<std::string> words{
        "-hide_banner", "-nostdin",   "-nostats",    "-loglevel", "error",  "-xerror",
        "-y",           "-f",         "rawvideo",    "-pix_fmt",  "rgba",   "-video_size",
        size,           "-framerate", text_of(rate), "-i",        "pipe:0", "-an"};
    const std::vector<std::string> codec = encoder(format, run);
    words.insert(words.end(), codec.begin(), codec.end());
    // Deterministic bytes: no version or random identifier in the file.
    words.insert(words.end(), {"-fflags", "+bitexact", "-flags:v", "+bitexact"});
    // Protects names that begin with a dash or contain a colon.
    words.push_back("file:" + file.string());
    return words;
}

}  // namespace

bool have_ffmpeg() { return find_program("ffmpeg").has_value(); }

void export_video(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& file,
                  double rate, const Job& job) {
    const ExportFormat& format = checked_format(file, rate);
    const auto program = find_program("ffmpeg");
    if (!program)
        throw Error(file.string(),
                    "the ffmpeg program, which encodes the video, is not in PATH: install it "
                    "(Debian: apt install ffmpeg), or export frames instead");
    PictureMaker maker(dataset, run);
    OutputFile output(file);
    Process ffmpeg(*program, ffmpeg_arguments(format, run, rate, output.path()));
    const std::size_t count = run.playheads.size();
    bool fed = true;
    for (std::size_t i = 0; fed && i < count; ++i) {
        job.reached(static_cast<double>(i) / static_cast<double>(count));
        fed = ffmpeg.write(maker.at(run.playheads[i]).rgba, job.stop);
    }
    const Process::Exit exit = ffmpeg.finish(job.stop);
    const std::string last = last_lines(exit.output, 1);
    if (exit.code != 0 || !fed)
        throw Error(file.string(), "ffmpeg failed (exit code ", exit.code, ")",
                    last.empty() ? "" : ": ", last);
    output.finish();
    job.reached(1);
}

}  // namespace epochscope
