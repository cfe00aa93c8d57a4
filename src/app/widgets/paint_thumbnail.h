#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>

class QPainter;
class QPalette;

namespace epochscope::app {

/// The size at which a picture is shown in a box of `room`, in the same unit: as large as it fits,
/// but small pictures by a whole factor, so that all of their pixels are alike.
QSize thumbnail_size(QSize picture, QSize room);

/// Paints a picture in the middle of a box, small pictures with visible pixels, with a thin rim
/// that tells its edge from the ground. A null picture leaves the box as it is.
void paint_thumbnail(QPainter& painter, const QRectF& room, const QImage& picture,
                     const QPalette& palette);

}  // namespace epochscope::app
