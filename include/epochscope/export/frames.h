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

/// Draws the texts of a frame over its picture. Callers with fonts supply one; without it, pictures
/// have no text.
using TextPainter = std::function<void(PixelView, const Frame&)>;

/// Throws Error unless both sides are at least 1 and there are at most max_image_pixels pixels
/// (io/png.h).
void check_size(Size size);

/// Renders one picture of a dataset: decodes backgrounds, composes, rasterizes, draws texts. Throws
/// Error if a background cannot be read, and like check_size.
Image render_picture(const Dataset& dataset, const ViewState& view, Size size,
                     const TextPainter& paint_text = {});

/// The playheads of a sequence of frames through the epochs of these numbers (empty: all), with
/// `between` frames from each to the next: epochs 1, 2 and 4 with `between` 2 give 0, 0.5,
/// 1, 1.5, 2. Throws Error if the series does not have an epoch, `between` is below 1, or there are
/// more than a million frames.
std::vector<double> playheads_of(const EpochSeries& series, std::span<const std::int64_t> epochs,
                                 int between);

/// The same through this many views in place of epochs: 0.5 is halfway from the first to the
/// second. Throws Error if there is none.
std::vector<double> playheads_through(std::size_t view_count, int between);

/// A sequence of frames: `view` at each of the playheads; or, if there are stops, the way from each
/// of these views to the next, where playheads are numbers of stops and `view` is the first of
/// them.
struct FrameRun {
    ViewState view;
    Size size;
    std::vector<double> playheads;
    TextPainter paint_text;
    /// The number of threads (0: all). The bytes do not depend on it.
    int threads = 0;
    std::vector<ViewState> stops = {};

    [[nodiscard]] ViewState view_at(double playhead) const;
};

/// Writes `frame_00001.png` and so on into `folder` (created if missing), each completely or not at
/// all. If it stops or fails, finished frames stay. Keeps at most one picture a thread and 512 MB
/// of pictures in memory. Draws texts and reports progress on the calling thread.
void export_frames(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& folder,
                   const Job& job = {});

/// Whether the `ffmpeg` program is installed.
bool have_ffmpeg();

/// Writes a video of the format of the file's ending (see video_formats) by the `ffmpeg` program,
/// at `rate` frames a second (0.01..1000). Except for .gif, an odd size is made even by a column or
/// row of the canvas colour. Writes the file completely or not at all. Throws Error if the ending
/// or rate is not supported, if the program is missing (with a hint to install it), and if it fails
/// (with its last line).
void export_video(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& file,
                  double rate, const Job& job = {});

}  // namespace epochscope
