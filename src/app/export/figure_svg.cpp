#include "app/export/figure_svg.h"

#include "app/canvas/text_overlay.h"
#include "app/figure/svg_device.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/error.h>
#include <epochscope/render/raster.h>
#include <epochscope/render/sample_pictures.h>

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPen>

#include <cmath>
#include <vector>

namespace epochscope::app {

namespace {

// Of a dashed line, in its widths.
constexpr double dash = 4;
constexpr double gap = 3;

/// What lies under the samples, or with them, as a picture.
Image picture_below(const Frame& frame, bool with_samples) {
    Frame below = frame;
    below.pictures.clear();
    below.trails.clear();
    below.markers.clear();
    below.legend.clear();
    below.texts.clear();
    if (!with_samples) {
        below.lines.clear();
        below.points = {};
    }
    Image picture(frame.size);
    raster(below, picture);
    return picture;
}

void paint_picture(QPainter& painter, const Image& picture, QImage::Format format) {
    if (picture.rgba.empty()) return;
    const QImage image(picture.rgba.data(), picture.size.width, picture.size.height,
                       4 * picture.size.width, format);
    painter.drawImage(QRectF(0, 0, picture.size.width, picture.size.height), image);
}

void paint_lines(QPainter& painter, const std::vector<Line>& lines) {
    painter.setBrush(Qt::NoBrush);
    for (const Line& line : lines) {
        const QPointF from(line.from.x, line.from.y);
        const QPointF to(line.to.x, line.to.y);
        if (from == to || !std::isfinite(from.x() + from.y() + to.x() + to.y())) continue;
        QPen pen(to_qcolor(line.colour), line.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        if (line.dashed) pen.setDashPattern({dash, gap});
        painter.setPen(pen);
        painter.drawLine(from, to);
    }
}

void paint_discs(QPainter& painter, const PointLayer& points,
                 const std::vector<std::size_t>& samples) {
    painter.setPen(Qt::NoPen);
    for (const std::size_t sample : samples) {
        QColor colour = to_qcolor(points.colour_of(sample));
        colour.setAlphaF(colour.alphaF() * points.alpha_of(sample));
        painter.setBrush(colour);
        const Pixel at = points.pixel_of(sample);
        painter.drawEllipse(QPointF(at.x, at.y), points.radius, points.radius);
    }
}

void paint_markers(QPainter& painter, const std::vector<Marker>& markers) {
    for (const Marker& marker : markers) {
        const QPointF centre(marker.centre.x, marker.centre.y);
        if (marker.fill.a > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(to_qcolor(marker.fill));
            painter.drawEllipse(centre, marker.radius, marker.radius);
        }
        if (marker.ring.a == 0 || !(marker.ring_width > 0)) continue;
        painter.setPen(QPen(to_qcolor(marker.ring), marker.ring_width));
        painter.setBrush(Qt::NoBrush);
        const double middle = marker.radius + marker.ring_width / 2;
        painter.drawEllipse(centre, middle, middle);
    }
}

void paint_frame(QPainter& painter, const Frame& frame, bool has_room_for_discs, bool with_texts) {
    const bool has_samples = !frame.points.from.empty();
    const bool as_picture = frame.density || (has_samples && !has_room_for_discs);
    if (as_picture || frame.background || frame.detail)
        paint_picture(painter, picture_below(frame, as_picture), QImage::Format_RGBX8888);
    if (!as_picture) {
        paint_lines(painter, frame.lines);
        paint_discs(painter, frame.points, discs_of(frame));
    }
    paint_picture(painter, pictures_image(frame), QImage::Format_RGBA8888);
    paint_lines(painter, frame.trails);
    paint_markers(painter, frame.markers);
    paint_lines(painter, frame.legend);
    if (with_texts) paint_texts(painter, frame);
}

}  // namespace

QByteArray svg_of(const Figure& figure, const FigureSize& size, bool with_texts,
                  std::size_t max_discs) {
    SvgDevice device(QSizeF(figure.size.width, figure.size.height), {size.width, size.height},
                     max_discs);
    const bool has_room_for_discs = disc_count(figure) <= max_discs;
    QPainter painter(&device);
    painter.fillRect(QRect(0, 0, figure.size.width, figure.size.height), to_qcolor(figure.canvas));
    for (const FigurePart& part : figure.parts) {
        painter.save();
        painter.translate(part.left, part.top);
        painter.setClipRect(QRect(0, 0, part.frame.size.width, part.frame.size.height));
        paint_frame(painter, part.frame, has_room_for_discs, with_texts);
        painter.restore();
    }
    painter.end();
    if (const auto what = figure.series.fault()) throw Error(*what);
    return device.svg();
}

}  // namespace epochscope::app
