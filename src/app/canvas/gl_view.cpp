#include "app/canvas/gl_view.h"

#include "gl/gl_renderer.h"

#include <epochscope/model/error.h>

#include <QOpenGLContext>
#include <QOpenGLPaintDevice>
#include <QPainter>

namespace epochscope::app {

GlView::GlView(Scene& scene, QWidget* parent) : QOpenGLWidget(parent), scene_(scene) {
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
    words_stale_ = true;
    all_there_ = false;
    update();
    scene_.picture_changed();
}

void GlView::release() {
    if (!renderer_) return;
    makeCurrent();
    renderer_.reset();
    doneCurrent();
}

void GlView::initializeGL() {
    // Comes again with a new context when the widget moves to another window.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlView::release,
            Qt::UniqueConnection);
    try {
        renderer_ = std::make_unique<gl::GlRenderer>(gl::GlRenderer::default_budget, [this] {
            QMetaObject::invokeMethod(
                this, [this] { update(); }, Qt::QueuedConnection);
        });
        forget_wanted_ = true;
    } catch (const Error& error) {
        fail(error.what());
    }
}

void GlView::paintGL() {
    if (!renderer_) return;
    try {
        if (forget_wanted_) show_series();
        if (grabbing_) {
            renderer_->draw(scene_.frame());
        } else {
            all_there_ = renderer_->draw_at_once(scene_.frame());
        }
    } catch (const Error& error) {
        fail(error.what());
        return;
    }
    paint_words();
    // Not on the widget, whose painter goes elsewhere while somebody grabs the window.
    QOpenGLPaintDevice target(words_.size());
    QPainter(&target).drawImage(0, 0, words_);
}

void GlView::show_series() {
    const Shot shot = scene_.shot();
    if (shot.dataset) {
        renderer_->show(shot.dataset->series);
    } else {
        renderer_->forget();
    }
    forget_wanted_ = false;
}

void GlView::paint_words() {
    const Size size = scene_.frame().size;
    if (!words_stale_ && words_.width() == size.width && words_.height() == size.height) return;
    words_ = QImage(size.width, size.height, QImage::Format_ARGB32_Premultiplied);
    words_.fill(Qt::transparent);
    QPainter painter(&words_);
    scene_.paint_over(painter);
    words_stale_ = false;
}

void GlView::paintEvent(QPaintEvent* event) {
    QOpenGLWidget::paintEvent(event);
    if (!isValid()) fail("the widget got no OpenGL context");
}

void GlView::fail(const char* why) {
    if (failed_) return;
    failed_ = true;
    qWarning("epochscope: drawing without OpenGL from now on: %s", why);
    scene_.view_failed();
}

QImage GlView::grab_picture() {
    grabbing_ = true;
    QImage picture = grabFramebuffer().convertToFormat(QImage::Format_RGBA8888);
    grabbing_ = false;
    picture.setDevicePixelRatio(1);
    return picture;
}

}  // namespace epochscope::app
