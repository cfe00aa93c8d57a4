#pragma once

#include <epochscope/model/geometry.h>

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace epochscope::app {

/// How the panels show classes, gains and faults: colours that read on the palette in use, light,
/// dark or of high contrast.

QColor to_qcolor(Colour colour);
Colour to_colour(const QColor& colour);

/// A class's colour as a rounded square that stands out from any ground.
void paint_swatch(QPainter& painter, const QRectF& square, Colour colour, const QPalette& palette);

/// The same as an icon of `side` logical pixels.
QIcon swatch_icon(Colour colour, int side, const QPalette& palette, double device_pixel_ratio);

/// For what is right or gained, and what is wrong: never the only sign of it.
QColor good_colour(const QPalette& palette);
QColor bad_colour(const QPalette& palette);
/// For words that step back: the text colour, nearer to the ground.
QColor faint_colour(const QPalette& palette, double strength = 0.65);

/// A horizontal bar that is filled by `share`, 0..1.
void paint_bar(QPainter& painter, const QRectF& bar, double share, const QColor& fill,
               const QPalette& palette);

}  // namespace epochscope::app
