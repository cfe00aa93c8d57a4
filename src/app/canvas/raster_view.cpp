#include "app/canvas/raster_view.h"

#include "app/tasks/post.h"

#include <QPainter>

#include <utility>

namespace epochscope::app {

RasterView::RasterView(Scene& scene, QWidget* parent)
    : QWidget(parent), scene_(scene), renderer_([this](Picture picture, std::uint64_t number) {
          post(this, [this, picture = std::move(picture), number]() mutable {
              take(std::move(picture), number);
          });
      }) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RasterView::refresh() {
    // Later, so that changes made together are drawn once, and only while it is visible.
    if (is_refresh_pending_ || !isVisible()) return;
    is_refresh_pending_ = true;
    post(this, [this] { request(); });
}

void RasterView::request() {
    is_refresh_pending_ = false;
    FrameRequest now = scene_.request();
    requested_size_ = now.size;
    renderer_.draw(std::move(now), ++requested_);
}

void RasterView::take(Picture picture, std::uint64_t number) {
    picture_ = std::move(picture);
    shown_ = number;
    update();
    scene_.picture_changed();
}

const Picture* RasterView::picture() const { return picture_ ? &*picture_ : nullptr; }

bool RasterView::is_settled() const {
    return !is_refresh_pending_ && picture_ && shown_ == requested_ && picture_->is_exact();
}

void RasterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const FrameRequest now = scene_.request();
    // A move to another display changes the size without an event.
    if (now.size != requested_size_) refresh();
    if (!picture_) {
        const Colour canvas = now.view.style.canvas;
        painter.fillRect(rect(), QColor(canvas.r, canvas.g, canvas.b));
        return;
    }
    if (picture_->request.size == now.size) {
        const double ratio = devicePixelRatioF();
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage(0, 0, picture_->image);
    } else {
        // Until the new one is drawn.
        painter.drawImage(rect(), picture_->image);
    }
    if (!picture_->request.dataset) scene_.paint_hint(painter);
}

void RasterView::resizeEvent(QResizeEvent*) { refresh(); }

void RasterView::showEvent(QShowEvent*) { refresh(); }

QImage RasterView::grab_picture() {
    Picture exact = drawn(scene_.request());
    if (!exact.request.dataset) {
        QPainter painter(&exact.image);
        scene_.paint_hint(painter);
    }
    return exact.image;
}

}  // namespace epochscope::app
