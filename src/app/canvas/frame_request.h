#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/render/compose.h>

#include <QImage>

#include <cstddef>
#include <memory>
#include <stop_token>
#include <unordered_map>

namespace epochscope::app {

/// Pictures by sample.
using Thumbnails = std::unordered_map<std::size_t, std::shared_ptr<const Image>>;

/// All that decides what a canvas shows, as immutable values: any thread can draw it. It keeps its
/// dataset alive.
struct FrameRequest {
    /// Null: the empty canvas.
    std::shared_ptr<const Dataset> dataset;
    ViewState view;
    /// In device pixels.
    Size size;
    BackgroundPair backgrounds;
    /// The pictures of samples that are decoded; null: none.
    std::shared_ptr<const Thumbnails> thumbnails = nullptr;
};

/// The frame to draw; see compose.
Frame frame_of(const FrameRequest& request, std::size_t stride = 1);

/// A drawn frame.
struct Picture {
    FrameRequest request;
    /// Views the request's dataset.
    Frame frame;
    /// R, G, B, A, with texts.
    QImage image;

    [[nodiscard]] bool is_exact() const { return frame.points.stride == 1; }
};

/// Draws with raster, coarsely with a stride above 1. Throws Cancelled soon after `stop` is
/// requested.
Picture drawn(const FrameRequest& request, std::size_t stride = 1,
              const std::stop_token& stop = {});

}  // namespace epochscope::app
