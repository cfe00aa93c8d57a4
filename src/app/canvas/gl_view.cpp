#include "app/canvas/gl_view.h"

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
      composer_([this](ComposedShot shot, std::uint64_t number) {
          const auto held = std::make_shared<ComposedShot>(std::move(shot));
          QMetaObject::invokeMethod(
              this, [this, held, number] { take(std::move(*held), number); }, Qt::QueuedConnection);
      }) {
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
    // Later, so that what changes together is drawn once; and when somebody sees it.
    if (asks_later_ || !isVisible()) return;
    asks_later_ = true;
    QMetaObject::invokeMethod(
        this, [this] { ask(); }, Qt::QueuedConnection);
}

void GlView::ask() {
    asks_later_ = false;
    composer_.compose(scene_.shot(), ++asked_);
}

void GlView::take(ComposedShot shot, std::uint64_t number) {
    composed_ = std::move(shot);
    shown_ = number;
    all_there_ = false;
    is_new_ = true;
    update();
}

const Picture* GlView::picture() const { return composed_ ? &composed_->picture : nullptr; }

bool GlView::is_settled() const {
    return !asks_later_ && composed_ && shown_ == asked_ && all_there_;
}

void GlView::release() {
    if (!renderer_) return;
    makeCurrent();
    renderer_.reset();
    series_of_.reset();
    doneCurrent();
}

void GlView::initializeGL() {
    // Comes again with a new context when the widget moves to another window.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlView::release,
            Qt::UniqueConnection);
    const auto arrived = [this] {
        QMetaObject::invokeMethod(
            this, [this] { update(); }, Qt::QueuedConnection);
    };
    try {
        renderer_ = std::make_unique<gl::GlRenderer>(gl::GlRenderer::default_budget, arrived);
    } catch (const Error& error) {
        fail(error.what());
    }
}

void GlView::paintGL() {
    if (!renderer_) return;
    if (!grabbed_) catch_up_with_size();
    try {
        draw(grabbed_ ? *grabbed_ : *composed_);
    } catch (const Error& error) {
        fail(error.what());
        return;
    }
    draw_over(grabbed_ ? *grabbed_ : *composed_);
}

/// OpenGL's canvas has another size at once: what was composed for the old one would lie askew.
void GlView::catch_up_with_size() {
    Shot now = scene_.shot();
    if (composed_ && composed_->picture.shot.size == now.size) return;
    // At first there is only the empty canvas, until the other thread has looked at the samples.
    if (!composed_) now.dataset.reset();
    composed_ = composed(now);
    refresh();
}

void GlView::show_series(const Shot& shot) {
    if (shot.dataset == series_of_) return;
    if (shot.dataset) {
        renderer_->show(shot.dataset->series);
    } else {
        renderer_->forget();
    }
    series_of_ = shot.dataset;
}

/// After the painting: only then is it known what befell the files that epochs were loaded from.
void GlView::tell_later() {
    is_new_ = false;
    QMetaObject::invokeMethod(
        this, [this] { scene_.picture_changed(); }, Qt::QueuedConnection);
}

void GlView::draw(const ComposedShot& shot) {
    show_series(shot.picture.shot);
    if (grabbed_) {
        renderer_->draw(shot.picture.frame, shot.density);
    } else {
        const bool was_there = all_there_;
        all_there_ = renderer_->draw_at_once(shot.picture.frame, shot.density);
        if (is_new_ || all_there_ != was_there) tell_later();
    }
}

/// What was painted on the CPU: QPainter's OpenGL does not smooth outlines.
void GlView::draw_over(const ComposedShot& shot) {
    QImage words = shot.picture.image;
    if (!scene_.shot().dataset) {
        QPainter painter(&words);
        scene_.paint_hint(painter);
    }
    // Not on the widget, whose painter goes elsewhere while somebody grabs the window.
    QOpenGLPaintDevice target(words.size());
    QPainter(&target).drawImage(0, 0, words);
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

void GlView::showEvent(QShowEvent*) { refresh(); }

QImage GlView::grab_picture() {
    grabbed_ = composed(scene_.shot());
    QImage picture = grabFramebuffer().convertToFormat(QImage::Format_RGBA8888);
    grabbed_.reset();
    update();
    picture.setDevicePixelRatio(1);
    return picture;
}

}  // namespace epochscope::app
