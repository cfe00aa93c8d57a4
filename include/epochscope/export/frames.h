#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/render/compose.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// Draws a frame's texts over its picture. Whoever has fonts brings one; without it pictures carry
/// no words.
using TextPainter = std::function<void(PixelView, const Frame&)>;

/// Throws Error where a picture of this size cannot be made: both sides are at least 1, and it has
/// no more pixels than max_image_pixels (io/png.h).
void check_size(Size size);

/// One picture of a dataset: backgrounds decoded, composed, drawn by raster, texts painted. Errors
/// of a background that cannot be read are thrown, and those of check_size.
Image render_picture(const Dataset& dataset, const ViewState& view, Size size,
                     const TextPainter& paint_text = {});

/// The playheads of a run of frames: the epochs of these numbers (in this order; empty: all), and,
/// where `between` is more than 1, that many frames from each to the next (the first of them on the
/// epoch itself), ending on the last: epochs 1, 2 and 4 with `between` 2 give 0, 0.5, 1, 1.5, 2.
/// Throws Error for a number that the series does not have, `between` below 1, or more than a
/// million frames.
std::vector<double> playheads_of(const EpochSeries& series, std::span<const std::int64_t> epochs,
                                 int between);

/// What a run of frames shows: `view` at each of the playheads.
struct FrameRun {
    ViewState view;
    Size size;
    std::vector<double> playheads;
    TextPainter paint_text;
    /// How many threads draw and encode; 0: all there are. The same bytes for any number.
    int threads = 0;
};

/// Writes `frame_00001.png` and on into `folder` (made if missing), each whole or not at all: when
/// stopped or failing, the frames finished so far stay. Holds at most a picture a thread, and no
/// more than 512 MB of them. Texts are painted, and progress is told, on the calling thread.
void export_frames(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& folder,
                   const Job& job = {});

/// Whether the `ffmpeg` program is there.
bool have_ffmpeg();

/// Whether a file's name ends as a video's: in .mp4 or .mkv (H.264), .webm (VP9) or .gif, in
/// capitals or not.
bool is_video_name(const std::filesystem::path& file);

/// Writes a video of the kind that the file's ending names (see is_video_name) through the `ffmpeg`
/// program, `rate` frames a second (0.01..1000). Odd sizes are made even by a column or row of
/// canvas colour, but for .gif. Throws Error for another ending or rate, and where the program is
/// missing (and says how to get it) or fails (with its last line). The file is written beside and
/// renamed: what was there stays until the video is whole, and no half file is left.
void export_video(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& file,
                  double rate, const Job& job = {});

}  // namespace epochscope
