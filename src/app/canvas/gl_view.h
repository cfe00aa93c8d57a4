#pragma once

#include "app/canvas/frame_composer.h"
#include "app/canvas/scene.h"
#include "app/canvas/view.h"

#include <QImage>
#include <QOpenGLWidget>

#include <cstdint>
#include <memory>
#include <optional>

namespace epochscope::gl {
class GlRenderer;
}

namespace epochscope::app {

/// Draws the scene with OpenGL, as another thread has composed it, from epochs that a third one
/// loads: this thread reads none of the samples. Only where gl::probe() finds it usable.
class GlView : public QOpenGLWidget, public View {
  public:
    explicit GlView(Scene& scene, QWidget* parent = nullptr);
    ~GlView() override;

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override { composer_.drop(); }
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
    void ask();
    void take(ComposedShot shot, std::uint64_t number);
    void catch_up_with_size();
    void show_series(const Shot& shot);
    void tell_later();
    void draw(const ComposedShot& shot);
    void draw_over(const ComposedShot& shot);
    void fail(const char* why);

    Scene& scene_;
    std::unique_ptr<gl::GlRenderer> renderer_;
    /// What the renderer's epochs are of.
    std::shared_ptr<const Dataset> series_of_;
    /// Counts the shots asked for; the one shown is of the number shown_.
    std::uint64_t asked_ = 0;
    std::uint64_t shown_ = 0;
    bool asks_later_ = false;
    std::optional<ComposedShot> composed_;
    /// Set while somebody grabs the picture: that is waited for.
    std::optional<ComposedShot> grabbed_;
    /// Whether the picture on the screen is of the epochs that it should be of.
    bool all_there_ = false;
    /// Whether nobody has been told of the picture yet.
    bool is_new_ = false;
    bool failed_ = false;
    // Last, so that it ends before what it tells.
    FrameComposer composer_;
};

}  // namespace epochscope::app
