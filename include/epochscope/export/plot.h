#pragma once

#include <epochscope/export/frames.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/image.h>

#include <string>

namespace epochscope {

/// A plain picture of places, as papers print it.
struct PlotOptions {
    /// Above the square; empty: none. Drawn only by callers with fonts.
    std::string title = {};
    /// The side of the square in pixels, 16..4096.
    int side = 800;
    /// The radius of a sample in pixels.
    float radius = 3;
};

/// Draws the samples at a playhead in a square with a border and without axes: the places are
/// scaled so that the smallest and the largest in each direction touch the same margin. Labels are
/// the colours. Throws Error like render_picture.
Image render_plot(const Dataset& dataset, double playhead, const PlotOptions& options = {},
                  const TextPainter& paint_text = {});

}  // namespace epochscope
