#include "app/canvas/raster_view.h"

#include <QPainter>

#include <memory>
#include <utility>

namespace epochscope::app {

RasterView::RasterView(Scene& scene, QWidget* parent)
    : QWidget(parent), scene_(scene), artist_([this](Picture picture, std::uint64_t number) {
          const auto held = std::make_shared<Picture>(std::move(picture));
          QMetaObject::invokeMethod(
              this, [this, held, number] { take(std::move(*held), number); }, Qt::QueuedConnection);
      }) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RasterView::refresh() {
    // Later, so that what changes together is drawn once; and when somebody sees it.
    if (asks_later_ || !isVisible()) return;
    asks_later_ = true;
    QMetaObject::invokeMethod(
        this, [this] { ask(); }, Qt::QueuedConnection);
}

void RasterView::ask() {
    asks_later_ = false;
    Shot shot = scene_.shot();
    asked_size_ = shot.size;
    artist_.draw(std::move(shot), ++asked_);
}

void RasterView::take(Picture picture, std::uint64_t number) {
    picture_ = std::move(picture);
    shown_ = number;
    update();
    scene_.picture_changed();
}

const Picture* RasterView::picture() const { return picture_ ? &*picture_ : nullptr; }

bool RasterView::is_settled() const {
    return !asks_later_ && picture_ && shown_ == asked_ && picture_->is_exact();
}

void RasterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Shot now = scene_.shot();
    // A move to another display changes the size without a word.
    if (now.size != asked_size_) refresh();
    if (!picture_) {
        const Colour canvas = now.view.style.canvas;
        painter.fillRect(rect(), QColor(canvas.r, canvas.g, canvas.b));
        return;
    }
    if (picture_->shot.size == now.size) {
        const double ratio = devicePixelRatioF();
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage(0, 0, picture_->image);
    } else {
        // For the moment that the new one takes.
        painter.drawImage(rect(), picture_->image);
    }
    if (!picture_->shot.dataset) scene_.paint_hint(painter);
}

void RasterView::resizeEvent(QResizeEvent*) { refresh(); }

void RasterView::showEvent(QShowEvent*) { refresh(); }

QImage RasterView::grab_picture() {
    Picture exact = drawn(scene_.shot());
    if (!exact.shot.dataset) {
        QPainter painter(&exact.image);
        scene_.paint_hint(painter);
    }
    return exact.image;
}

}  // namespace epochscope::app
