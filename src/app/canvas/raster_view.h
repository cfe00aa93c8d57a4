#pragma once

#include "app/canvas/scene.h"
#include "app/canvas/view.h"

#include <QWidget>

namespace epochscope::app {

/// Draws the scene on the CPU, into a picture that is kept until the scene changes.
class RasterView : public QWidget, public View {
  public:
    explicit RasterView(Scene& scene, QWidget* parent = nullptr);

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override {}
    [[nodiscard]] QImage grab_picture() override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    /// The scene's frame, drawn without what lies over it.
    const QImage& picture();

    Scene& scene_;
    QImage picture_;
    bool stale_ = true;
};

}  // namespace epochscope::app
