#pragma once

#include "app/canvas/frame_request.h"

#include <epochscope/render/frame.h>

class QPainter;

namespace epochscope::app {

/// What a view shows.
class Scene {
  public:
    Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    virtual ~Scene() = default;

    /// What to show now, at the size of the canvas in device pixels.
    [[nodiscard]] virtual FrameRequest request() = 0;
    /// The frame of the request, composed on this thread. Valid until the next call.
    [[nodiscard]] virtual const Frame& frame() = 0;
    /// Paints the hint of an empty canvas. The painter works in device pixels.
    virtual void paint_hint(QPainter& painter) = 0;
    /// Called by a view whose picture has changed.
    virtual void picture_changed() = 0;
    /// Called by a view that can no longer draw.
    virtual void view_failed() = 0;
};

}  // namespace epochscope::app
