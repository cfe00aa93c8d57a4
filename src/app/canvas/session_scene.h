#pragma once

#include "app/canvas/scene.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace epochscope {
struct Dataset;
}

namespace epochscope::app {

class CanvasModel;

/// A session as a canvas shows it, composed once for each change.
class SessionScene : public Scene {
  public:
    /// Sized as `canvas` is. `changed` is called when a view shows another picture, `failed` when
    /// it cannot draw any more.
    SessionScene(CanvasModel& outlook, const QWidget& canvas, std::function<void()> changed,
                 std::function<void()> failed);

    [[nodiscard]] Shot shot() override;
    [[nodiscard]] const Frame& frame() override;
    void paint_over(QPainter& painter) override;
    void paint_hint(QPainter& painter) override;
    void picture_changed() override { changed_(); }
    void view_failed() override { failed_(); }

    /// The session changed.
    void invalidate() { frame_.reset(); }
    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;

  private:
    CanvasModel& outlook_;
    const QWidget& canvas_;
    std::function<void()> changed_;
    std::function<void()> failed_;
    /// Keeps alive what the frame views.
    std::shared_ptr<const Dataset> dataset_;
    std::optional<Frame> frame_;
};

}  // namespace epochscope::app
