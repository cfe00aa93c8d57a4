#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/render/compose.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace epochscope {

/// Draws a frame's texts over its picture. Whoever has fonts brings one; without it pictures carry
/// no words.
using TextPainter = std::function<void(PixelView, const Frame&)>;

/// One picture of a dataset: backgrounds decoded, composed, drawn by raster, texts painted. Errors
/// of a background that cannot be read are thrown.
Image render_picture(const Dataset& dataset, const ViewState& view, Size size,
                     const TextPainter& paint_text = {});

/// The playheads of a run of frames: the epochs of these numbers (in this order; empty: all), and,
/// where `between` is more than 1, that many frames from each to the next (the first of them on the
/// epoch itself), ending on the last. Throws Error for a number that the series does not have, or
/// more than a million frames.
std::vector<double> playheads_of(const EpochSeries& series, std::span<const std::int64_t> epochs,
                                 int between);

/// What a run of frames shows: `view` at each of the playheads.
struct FrameRun {
    ViewState view;
    Size size;
    std::vector<double> playheads;
    TextPainter paint_text;
};

/// Writes `frame_00001.png` and on into `folder` (made if missing), each whole or not at all.
void export_frames(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& folder,
                   const Job& job = {});

/// Whether the `ffmpeg` program is there.
bool have_ffmpeg();

/// Writes a video (H.264 in what the file's ending names: .mp4, .mkv, .webm, .gif) through the
/// `ffmpeg` program, `rate` frames a second. Odd sizes are made even by a column or row of canvas
/// colour. Throws Error where the program is missing (and says how to get it) or fails (with its
/// last line); leaves no half file.
void export_video(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& file,
                  double rate, const Job& job = {});

}  // namespace epochscope
