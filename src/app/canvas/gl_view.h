#pragma once

#include "app/canvas/scene.h"
#include "app/canvas/view.h"

#include <QImage>
#include <QOpenGLWidget>

#include <memory>

namespace epochscope::gl {
class GlRenderer;
}

namespace epochscope::app {

/// Draws the scene with OpenGL. Only where gl::probe() finds it usable.
class GlView : public QOpenGLWidget, public View {
  public:
    explicit GlView(Scene& scene, QWidget* parent = nullptr);
    ~GlView() override;

    [[nodiscard]] QWidget& widget() override { return *this; }
    void refresh() override;
    void forget() override { forget_wanted_ = true; }
    [[nodiscard]] bool is_settled() const override { return all_there_; }
    [[nodiscard]] QImage grab_picture() override;

  protected:
    void initializeGL() override;
    void paintGL() override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void release();
    void show_series();
    void paint_words();
    void fail(const char* why);

    Scene& scene_;
    std::unique_ptr<gl::GlRenderer> renderer_;
    /// What lies over the picture, painted on the CPU: QPainter's OpenGL does not smooth outlines.
    QImage words_;
    bool words_stale_ = true;
    /// Done at the next painting, when the context is current.
    bool forget_wanted_ = false;
    /// Whether the picture is of what the scene shows, and not of epochs that were there sooner.
    bool all_there_ = false;
    /// Whoever grabs waits for what is not there.
    bool grabbing_ = false;
    bool failed_ = false;
};

}  // namespace epochscope::app
