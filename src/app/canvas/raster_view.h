#pragma once

#include "app/canvas/frame_renderer.h"
#include "app/canvas/scene.h"
#include "app/canvas/view.h"

#include <QWidget>

#include <cstdint>
#include <optional>

namespace epochscope::app {

/// Shows the scene as drawn on the CPU by another thread: the last picture that is ready.
class RasterView : public QWidget, public View {
  public:
    explicit RasterView(Scene& scene, QWidget* parent = nullptr);

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override { artist_.drop(); }
    [[nodiscard]] const Picture* picture() const override;
    [[nodiscard]] bool is_settled() const override;
    [[nodiscard]] QImage grab_picture() override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void ask();
    void take(Picture picture, std::uint64_t number);

    Scene& scene_;
    /// Counts the shots asked for; the picture is of the number shown_.
    std::uint64_t asked_ = 0;
    std::uint64_t shown_ = 0;
    Size asked_size_;
    bool asks_later_ = false;
    std::optional<Picture> picture_;
    // Last, so that it ends before what it tells.
    FrameRenderer artist_;
};

}  // namespace epochscope::app
