#include "app/canvas/text_overlay.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QString>

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

QColor to_qt(Colour c) { return {c.r, c.g, c.b, c.a}; }

QFont font_of(const Text& text) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(text.height))));
    if (text.role == TextRole::class_name) font.setWeight(QFont::DemiBold);
    if (text.role == TextRole::epoch_number) {
        font.setWeight(QFont::Light);
        font.setLetterSpacing(QFont::PercentageSpacing, 92);
    }
    return font;
}

/// Where the words begin on their base line, from their anchor (see Text). Digits and names are
/// placed by the height of capitals, so that they look centred; whole pixels keep them crisp.
QPointF base_line_start(const Text& text, const QFontMetricsF& metrics, const QString& words) {
    const double width = metrics.horizontalAdvance(words);
    const double capital = metrics.capHeight();
    QPointF start(text.at.x, text.at.y);
    switch (text.role) {
        case TextRole::axis_x:
            start += {-width / 2, metrics.ascent()};
            break;
        case TextRole::axis_y:
        case TextRole::legend:
        case TextRole::legend_title:
            start += {-width, capital / 2};
            break;
        case TextRole::class_name:
            start += {-width / 2, capital / 2};
            break;
        case TextRole::epoch_number:
            start += {-width, metrics.ascent()};
            break;
    }
    return {std::round(start.x()), std::round(start.y())};
}

/// A soft rim in the colour of the canvas keeps words legible over points and backgrounds.
void paint_halo(QPainter& painter, const QPainterPath& outline, Colour canvas, float height) {
    struct Rim {
        double share_of_height;
        double alpha;
    };
    for (const Rim rim : {Rim{0.42, 0.45}, Rim{0.26, 0.85}}) {
        QColor colour = to_qt(canvas);
        colour.setAlphaF(static_cast<float>(rim.alpha));
        const double width = rim.share_of_height * height;
        painter.strokePath(outline,
                           QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void paint_text(QPainter& painter, const Text& text, Colour canvas) {
    const QFont font = font_of(text);
    const QString words = QString::fromStdString(text.words);
    const QPointF start = base_line_start(text, QFontMetricsF(font), words);
    if (text.role != TextRole::epoch_number) {
        QPainterPath outline;
        outline.addText(start, font, words);
        paint_halo(painter, outline, canvas, text.height);
    }
    painter.setFont(font);
    painter.setPen(to_qt(text.colour));
    painter.drawText(start, words);
}

}  // namespace

void paint_texts(QPainter& painter, const Frame& frame) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Text& text : frame.texts) paint_text(painter, text, frame.canvas);
    painter.restore();
}

void paint_texts(PixelView picture, const Frame& frame) {
    QImage image(picture.rgba.data(), picture.size.width, picture.size.height,
                 QImage::Format_RGBA8888);
    QPainter painter(&image);
    paint_texts(painter, frame);
}

}  // namespace epochscope::app
