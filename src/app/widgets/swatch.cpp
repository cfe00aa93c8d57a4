#include "app/widgets/swatch.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace epochscope::app {

namespace {

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor mixed(const QColor& a, const QColor& b, double t) {
    const auto channel = [t](int x, int y) { return qRound(x * (1 - t) + y * t); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

}  // namespace

QColor to_qcolor(Colour colour) { return {colour.r, colour.g, colour.b, colour.a}; }

Colour to_colour(const QColor& colour) {
    const auto byte = [](int channel) { return static_cast<std::uint8_t>(channel); };
    return {byte(colour.red()), byte(colour.green()), byte(colour.blue()), byte(colour.alpha())};
}

void paint_swatch(QPainter& painter, const QRectF& square, Colour colour, const QPalette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faint_colour(palette, 0.45), 1));
    painter.setBrush(to_qcolor(colour));
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
    painter.restore();
}

QIcon swatch_icon(Colour colour, int side, const QPalette& palette, double device_pixel_ratio) {
    QPixmap pixmap(QSize(side, side) * device_pixel_ratio);
    pixmap.setDevicePixelRatio(device_pixel_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint_swatch(painter, QRectF(0, 0, side, side), colour, palette);
    painter.end();
    return {pixmap};
}

QColor good_colour(const QPalette& palette) {
    return is_dark(palette) ? QColor(124, 209, 143) : QColor(23, 112, 51);
}

QColor bad_colour(const QPalette& palette) {
    return is_dark(palette) ? QColor(255, 144, 133) : QColor(179, 38, 30);
}

QColor faint_colour(const QPalette& palette, double strength) {
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), strength);
}

void paint_bar(QPainter& painter, const QRectF& bar, double fraction, const QColor& fill,
               const QPalette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint_colour(palette, 0.15));
    const double radius = bar.height() / 2;
    painter.drawRoundedRect(bar, radius, radius);
    painter.setBrush(fill);
    QRectF filled = bar;
    filled.setWidth(bar.width() * std::clamp(fraction, 0.0, 1.0));
    painter.setClipRect(filled);
    painter.drawRoundedRect(bar, radius, radius);
    painter.restore();
}

}  // namespace epochscope::app
