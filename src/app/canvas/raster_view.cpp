#include "app/canvas/raster_view.h"

#include <epochscope/render/raster.h>

#include <QPainter>

#include <span>

namespace epochscope::app {

RasterView::RasterView(Scene& scene, QWidget* parent) : QWidget(parent), scene_(scene) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RasterView::refresh() {
    stale_ = true;
    update();
}

const QImage& RasterView::picture() {
    const Frame& frame = scene_.frame();
    const QSize size(frame.size.width, frame.size.height);
    if (!stale_ && picture_.size() == size) return picture_;
    // Opaque as raster leaves it, so that the window's store takes it without blending.
    if (picture_.size() != size) picture_ = QImage(size, QImage::Format_RGBX8888);
    const std::span bytes(picture_.bits(), static_cast<std::size_t>(picture_.sizeInBytes()));
    raster(frame, {frame.size, bytes});
    stale_ = false;
    return picture_;
}

void RasterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(0, 0, picture());
    scene_.paint_over(painter);
}

QImage RasterView::grab_picture() {
    QImage copy = picture().convertToFormat(QImage::Format_RGBA8888);
    QPainter painter(&copy);
    scene_.paint_over(painter);
    return copy;
}

}  // namespace epochscope::app
