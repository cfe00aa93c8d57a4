#pragma once

#include "app/curves/curve_lines.h"
#include "app/widgets/axis.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace epochscope::app {

/// What paint_curves paints.
struct CurvePicture {
    const CurveLines& lines;
    const EpochAxis& axis;
    const std::vector<std::int64_t>& numbers;
    std::optional<std::size_t> current;
    QRectF area;
    QFont font;
    QPalette palette;
};

/// Paints axes and lines.
void paint_curves(QPainter& painter, const CurvePicture& picture);

/// The area of the lines, with room for numbers to the left and below.
QRectF curve_area(const QRectF& whole, const QFont& font);

/// About `count` round numbers within a range, in rising order.
std::vector<double> round_numbers(double min, double max, int count);

}  // namespace epochscope::app
