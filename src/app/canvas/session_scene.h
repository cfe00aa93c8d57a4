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

class Session;

/// The session as a canvas shows it, composed once for each change.
class SessionScene : public Scene {
  public:
    /// Sized as `canvas` is. `failed` is called where a view cannot draw any more.
    SessionScene(Session& session, const QWidget& canvas, std::function<void()> failed);

    [[nodiscard]] const Frame& frame() override;
    void paint_over(QPainter& painter) override;
    void view_failed() override { failed_(); }

    /// The session changed.
    void invalidate() { frame_.reset(); }
    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;

  private:
    [[nodiscard]] Frame composed() const;
    void paint_hint(QPainter& painter) const;

    Session& session_;
    const QWidget& canvas_;
    std::function<void()> failed_;
    /// Keeps alive what the frame views.
    std::shared_ptr<const Dataset> dataset_;
    std::optional<Frame> frame_;
};

}  // namespace epochscope::app
