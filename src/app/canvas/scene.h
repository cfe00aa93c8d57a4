#pragma once

#include <epochscope/render/frame.h>

class QPainter;

namespace epochscope::app {

/// What a view shows: it asks when it paints.
class Scene {
  public:
    Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    virtual ~Scene() = default;

    /// What is to be drawn now, of the size of the canvas in device pixels. Valid until the next
    /// call.
    [[nodiscard]] virtual const Frame& frame() = 0;
    /// Paints what lies over every renderer's picture (texts). The painter works in device pixels.
    virtual void paint_over(QPainter& painter) = 0;
    /// Told by a view that cannot draw any more.
    virtual void view_failed() = 0;
};

}  // namespace epochscope::app
