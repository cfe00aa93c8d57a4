#pragma once

#include "app/canvas/frame_request.h"

#include <epochscope/gl/gl_renderer.h>

#include <stop_token>

namespace epochscope::app {

/// A frame with everything that OpenGL does not compute itself.
struct ComposedFrame {
    /// Its image lies over OpenGL's picture: texts on a transparent canvas.
    Picture picture;
    gl::Overlays overlays;
};

/// Reads samples, which a mapped file may have on a slow disk. Throws Cancelled soon after `stop`
/// is requested.
ComposedFrame composed(const FrameRequest& request, const std::stop_token& stop = {});

}  // namespace epochscope::app
