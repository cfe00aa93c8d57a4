#include "app/widgets/paint_thumbnail.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace epochscope::app {

QSize thumbnail_size(QSize picture, QSize room) {
    const double factor = std::min(static_cast<double>(room.width()) / picture.width(),
                                   static_cast<double>(room.height()) / picture.height());
    const double whole = factor >= 1 ? std::floor(factor) : factor;
    return {std::max(1, static_cast<int>(std::lround(picture.width() * whole))),
            std::max(1, static_cast<int>(std::lround(picture.height() * whole)))};
}

void paint_thumbnail(QPainter& painter, const QRectF& room, const QImage& picture,
                     const QPalette& palette) {
    if (picture.isNull()) return;
    // Whole factors are of the screen's pixels.
    const double scale = painter.device()->devicePixelRatioF();
    const QSize size = thumbnail_size(picture.size(), (room.size() * scale).toSize());
    const QSizeF shown = QSizeF(size) / scale;
    const QPointF corner = room.center() - QPointF(shown.width(), shown.height()) / 2;
    const QPointF on_pixel{std::round(corner.x() * scale) / scale,
                           std::round(corner.y() * scale) / scale};
    const QRectF area(on_pixel, shown);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, size.width() < picture.width());
    painter.drawImage(area, picture);
    QColor rim = palette.color(QPalette::Text);
    rim.setAlphaF(0.35F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(rim, 1 / scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0, 0, -1 / scale, -1 / scale));
    painter.restore();
}

}  // namespace epochscope::app
