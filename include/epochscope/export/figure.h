#pragma once

#include <epochscope/export/frames.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// The pixels an inch of what is composed for paper: a point is five of them.
inline constexpr int paper_resolution = 360;
/// The pixels an inch of a screen, by CSS.
inline constexpr int screen_resolution = 96;
inline constexpr double millimetres_an_inch = 25.4;
inline constexpr double points_an_inch = 72;
/// Up to this many samples of a figure are discs.
inline constexpr std::size_t default_max_discs = 10'000;

/// The size of a figure on paper, and the pixels that it is composed of.
struct FigureSize {
    Size pixels;
    /// In millimetres.
    double width = 0;
    double height = 0;
};

/// A figure as large as this many pixels of a screen, `scale` of them a logical pixel.
FigureSize size_on_screen(Size pixels, double scale);

/// A size in millimetres, at paper_resolution. Throws Error unless both sides are 10..2000 mm, and
/// like check_size.
FigureSize size_on_paper(double width, double height);

/// The device pixels of a logical pixel with which most letters of a figure on paper, 12 logical
/// pixels, are this many points high.
[[nodiscard]] constexpr double scale_of_letters(double points) {
    return points / points_an_inch * paper_resolution / 12;
}

/// A frame, and where it is in a figure.
struct FigurePart {
    Frame frame;
    int left = 0;
    int top = 0;
};

/// One or more frames side by side, for renderers of pixels and of shapes. Parts do not overlap.
struct Figure {
    Size size;
    Colour canvas;
    std::vector<FigurePart> parts;
    /// Keeps alive what the frames view.
    EpochSeries series;
};

/// Composes a figure of the moments of a run: one, or several side by side, in as many columns as
/// make them largest at 4:3. A legend that several share, or that has no room in them, is beside
/// them. `title` is above, empty: none.
/// Throws Error if a part would be smaller than 16 pixels, if there are more than 100, if a
/// background cannot be read, and like check_size.
Figure compose_figure(const Dataset& dataset, const FrameRun& run, const std::string& title = {});

/// Draws a figure in pixels. Throws Error if the series lost data.
Image draw_figure(const Figure& figure, const TextPainter& paint_text = {}, int threads = 0);

/// The samples of a frame that are discs on its canvas, in drawing order; none if their density is
/// drawn. O(samples).
std::vector<std::size_t> discs_of(const Frame& frame);

/// The number of discs of all parts.
std::size_t disc_count(const Figure& figure);

}  // namespace epochscope
