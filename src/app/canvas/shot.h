#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/render/compose.h>

#include <QImage>

#include <cstddef>
#include <memory>
#include <stop_token>

namespace epochscope::app {

/// All that decides what a canvas shows, as values that nobody changes any more: it can be drawn on
/// any thread, and keeps alive what it shows.
struct Shot {
    /// Null where nothing is open: the empty canvas.
    std::shared_ptr<const Dataset> dataset;
    ViewState view;
    /// In device pixels.
    Size size;
    BackgroundPair backgrounds;
};

/// What is to be drawn of it; see compose.
Frame frame_of(const Shot& shot, std::size_t stride = 1);

/// A shot, drawn.
struct Picture {
    Shot shot;
    /// Views the shot's dataset.
    Frame frame;
    /// R, G, B, A, with texts.
    QImage image;

    [[nodiscard]] bool is_exact() const { return frame.points.stride == 1; }
};

/// Draws a shot with raster; with a stride above 1 coarsely. Throws Cancelled soon after `stop` is
/// asked for.
Picture drawn(const Shot& shot, std::size_t stride = 1, const std::stop_token& stop = {});

}  // namespace epochscope::app
