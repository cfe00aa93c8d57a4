#include "app/canvas/gl_view.h"

#include "app/tasks/post.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/model/error.h>

#include <QOpenGLContext>
#include <QOpenGLPaintDevice>
#include <QPainter>

#include <utility>

namespace epochscope::app {

GlView::GlView(Scene& scene, QWidget* parent)
    : QOpenGLWidget(parent),
      scene_(scene),
      composer_(
          [this](const FrameRequest& request, const std::stop_token& stop) {
              ComposedFrame frame = composed(request, stop);
              footprint_.drawn(request);
              return frame;
          },
          [this](const FrameRequest&, ComposedFrame frame) { take(std::move(frame)); }) {
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSamples(0);
    setFormat(format);
}

GlView::~GlView() {
    if (context() != nullptr) disconnect(context(), nullptr, this, nullptr);
    release();
}

void GlView::refresh() {
    // Later, so that changes made together are drawn once, and only while it is visible.
    if (is_refresh_pending_ || !isVisible()) return;
    is_refresh_pending_ = true;
    post(this, [this] { request(); });
}

void GlView::request() {
    is_refresh_pending_ = false;
    composer_.ask(scene_.request());
}

void GlView::take(ComposedFrame frame) {
    composed_ = std::move(frame);
    is_complete_ = false;
    is_new_ = true;
    update();
}

const Picture* GlView::picture() const { return composed_ ? &composed_->picture : nullptr; }

bool GlView::is_settled() const {
    return !is_refresh_pending_ && composed_ && composer_.is_settled() && is_complete_;
}

void GlView::release() {
    if (!renderer_) return;
    makeCurrent();
    renderer_.reset();
    shown_.reset();
    doneCurrent();
}

void GlView::initializeGL() {
    // Called again with a new context when the widget moves to another window.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlView::release,
            Qt::UniqueConnection);
    const auto arrived = [this] { post(this, [this] { update(); }); };
    try {
        renderer_ = std::make_unique<gl::GlRenderer>(gl::GlRenderer::default_budget, arrived);
    } catch (const Error& error) {
        fail(error.what());
    }
}

void GlView::paintGL() {
    if (!renderer_) return;
    if (!grabbed_) follow_size();
    try {
        draw(grabbed_ ? *grabbed_ : *composed_);
    } catch (const Error& error) {
        fail(error.what());
        return;
    }
    draw_over(grabbed_ ? *grabbed_ : *composed_);
}

/// OpenGL's canvas changes its size at once: a frame composed for the old one would be distorted.
void GlView::follow_size() {
    FrameRequest now = scene_.request();
    if (composed_ && composed_->picture.request.size == now.size) return;
    // At first only the empty canvas, until the other thread has read the samples.
    if (!composed_) now.dataset.reset();
    composed_ = composed(now);
    refresh();
}

void GlView::show_series(const FrameRequest& request) {
    if (request.dataset == shown_) return;
    if (request.dataset) {
        renderer_->show(request.dataset->series);
    } else {
        renderer_->forget();
    }
    shown_ = request.dataset;
}

/// After painting, when faults of the files are known.
void GlView::post_picture_changed() {
    is_new_ = false;
    post(this, [this] { scene_.picture_changed(); });
}

void GlView::draw(const ComposedFrame& frame) {
    show_series(frame.picture.request);
    if (grabbed_) {
        renderer_->draw(frame.picture.frame, frame.overlays);
    } else {
        const bool was_complete = is_complete_;
        is_complete_ = renderer_->draw_at_once(frame.picture.frame, frame.overlays);
        if (is_new_ || is_complete_ != was_complete) post_picture_changed();
    }
}

/// Texts are painted on the CPU: QPainter's OpenGL does not antialias outlines.
void GlView::draw_over(const ComposedFrame& frame) {
    QImage texts = frame.picture.image;
    if (!scene_.request().dataset) {
        QPainter painter(&texts);
        scene_.paint_hint(painter);
    }
    // Not on the widget, whose painter is redirected while the window is grabbed.
    QOpenGLPaintDevice target(texts.size());
    QPainter(&target).drawImage(0, 0, texts);
}

void GlView::paintEvent(QPaintEvent* event) {
    QOpenGLWidget::paintEvent(event);
    if (!isValid()) fail("the widget got no OpenGL context");
}

void GlView::fail(const char* why) {
    if (failed_) return;
    failed_ = true;
    qWarning("epochscope: OpenGL failed, drawing on the CPU: %s", why);
    scene_.view_failed();
}

void GlView::showEvent(QShowEvent*) { refresh(); }

QImage GlView::grab_picture() {
    grabbed_ = composed(scene_.request());
    QImage picture = grabFramebuffer().convertToFormat(QImage::Format_RGBA8888);
    grabbed_.reset();
    update();
    picture.setDevicePixelRatio(1);
    return picture;
}

}  // namespace epochscope::app
