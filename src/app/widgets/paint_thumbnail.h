#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>

class QPainter;
class QPalette;

namespace epochscope::app {

/// The size of a picture in a box of `room`, in the same unit: as large as fits, but enlarged only
/// by whole factors, so that all pixels are of one size.
QSize thumbnail_size(QSize picture, QSize room);

/// Paints a picture centred in a box, with a thin outline and without smoothing small pictures. A
/// null picture paints nothing.
void paint_thumbnail(QPainter& painter, const QRectF& room, const QImage& picture,
                     const QPalette& palette);

}  // namespace epochscope::app
