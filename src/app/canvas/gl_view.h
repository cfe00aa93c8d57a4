#pragma once

#include "app/canvas/composed_frame.h"
#include "app/canvas/frame_renderer.h"
#include "app/canvas/scene.h"
#include "app/canvas/view.h"
#include "app/tasks/query.h"

#include <QImage>
#include <QOpenGLWidget>

#include <memory>
#include <optional>

namespace epochscope::gl {
class GlRenderer;
}

namespace epochscope::app {

/// Draws the scene with OpenGL: one thread composes frames, another loads epochs, and the GUI
/// thread reads no samples. Needs a usable gl::probe().
class GlView : public QOpenGLWidget, public View {
  public:
    explicit GlView(Scene& scene, QWidget* parent = nullptr);
    ~GlView() override;

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override { composer_.cancel(); }
    [[nodiscard]] const Picture* picture() const override;
    [[nodiscard]] bool is_settled() const override;
    [[nodiscard]] QImage grab_picture() override;

  protected:
    void initializeGL() override;
    void paintGL() override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void release();
    void request();
    void take(ComposedFrame frame);
    void follow_size();
    void show_series(const FrameRequest& request);
    void post_picture_changed();
    void draw(const ComposedFrame& frame);
    void draw_over(const ComposedFrame& frame);
    void fail(const char* why);

    Scene& scene_;
    std::unique_ptr<gl::GlRenderer> renderer_;
    /// The dataset that the renderer shows.
    std::shared_ptr<const Dataset> shown_;
    bool is_refresh_pending_ = false;
    std::optional<ComposedFrame> composed_;
    /// Set while the picture is grabbed, which waits for its epochs.
    std::optional<ComposedFrame> grabbed_;
    /// Whether the epochs of the picture on the screen are loaded.
    bool is_complete_ = false;
    /// Whether the scene has not been told of the picture yet.
    bool is_new_ = false;
    bool failed_ = false;
    /// Used by the composer's thread only.
    EpochFootprint footprint_;
    // Last: its thread ends before what it uses.
    Query<FrameRequest, ComposedFrame> composer_;
};

}  // namespace epochscope::app
