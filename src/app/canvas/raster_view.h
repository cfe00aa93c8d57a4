#pragma once

#include "app/canvas/frame_renderer.h"
#include "app/canvas/scene.h"
#include "app/canvas/view.h"

#include <QWidget>

#include <cstdint>
#include <optional>

namespace epochscope::app {

/// Shows the scene as another thread draws it on the CPU: the last picture that is ready.
class RasterView : public QWidget, public View {
  public:
    explicit RasterView(Scene& scene, QWidget* parent = nullptr);

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override { renderer_.cancel(); }
    [[nodiscard]] const Picture* picture() const override;
    [[nodiscard]] bool is_settled() const override;
    [[nodiscard]] QImage grab_picture() override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void request();
    void take(Picture picture, std::uint64_t number);

    Scene& scene_;
    /// Counts the requests; the picture is of number shown_.
    std::uint64_t requested_ = 0;
    std::uint64_t shown_ = 0;
    Size requested_size_;
    bool is_refresh_pending_ = false;
    std::optional<Picture> picture_;
    // Last: its thread ends before what it uses.
    FrameRenderer renderer_;
};

}  // namespace epochscope::app
