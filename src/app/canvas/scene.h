#pragma once

#include "app/canvas/shot.h"

#include <epochscope/render/frame.h>

class QPainter;

namespace epochscope::app {

/// What a view shows: it asks when it draws.
class Scene {
  public:
    Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    virtual ~Scene() = default;

    /// What is to be shown now, of the size of the canvas in device pixels.
    [[nodiscard]] virtual Shot shot() = 0;
    /// The frame of the shot, composed here and now. Valid until the next call.
    [[nodiscard]] virtual const Frame& frame() = 0;
    /// Paints what lies over every renderer's picture: texts, or the hint. The painter works in
    /// device pixels.
    virtual void paint_over(QPainter& painter) = 0;
    /// Paints what an empty canvas says.
    virtual void paint_hint(QPainter& painter) = 0;
    /// Told by a view whose picture is another one now.
    virtual void picture_changed() = 0;
    /// Told by a view that cannot draw any more.
    virtual void view_failed() = 0;
};

}  // namespace epochscope::app
