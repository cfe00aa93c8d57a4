#pragma once

#include <epochscope/model/geometry.h>

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace epochscope::app {

/// Colours of classes and marks that are readable on the palette in use: light, dark or of high
/// contrast.

QColor to_qcolor(Colour colour);
Colour to_colour(const QColor& colour);

/// A class's colour as a rounded square with an outline.
void paint_swatch(QPainter& painter, const QRectF& square, Colour colour, const QPalette& palette);

/// The same as an icon of `side` logical pixels.
QIcon swatch_icon(Colour colour, int side, const QPalette& palette, double device_pixel_ratio);

/// For correct or gained, and for wrong. Never the only sign.
QColor good_colour(const QPalette& palette);
QColor bad_colour(const QPalette& palette);
/// For secondary text: the text colour mixed with the background.
QColor faint_colour(const QPalette& palette, double strength = 0.65);

/// A horizontal bar filled to a fraction, 0..1.
void paint_bar(QPainter& painter, const QRectF& bar, double fraction, const QColor& fill,
               const QPalette& palette);

}  // namespace epochscope::app
