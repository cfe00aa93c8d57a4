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
class ShownPictures;

/// A canvas model as a scene, composed once for each change.
class SessionScene : public Scene {
  public:
    /// Of the size of `canvas`, with these pictures of samples. `changed` is called when a view's
    /// picture has changed, `failed` when it can no longer draw.
    SessionScene(CanvasModel& model, const QWidget& canvas, const ShownPictures& pictures,
                 std::function<void()> changed, std::function<void()> failed);

    [[nodiscard]] FrameRequest request() override;
    [[nodiscard]] const Frame& frame() override;
    void paint_hint(QPainter& painter) override;
    void picture_changed() override { changed_(); }
    void view_failed() override { failed_(); }

    /// The model changed.
    void invalidate() { frame_.reset(); }
    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;

  private:
    CanvasModel& model_;
    const QWidget& canvas_;
    const ShownPictures& pictures_;
    std::function<void()> changed_;
    std::function<void()> failed_;
    /// The frame views it.
    std::shared_ptr<const Dataset> dataset_;
    std::optional<Frame> frame_;
};

}  // namespace epochscope::app
