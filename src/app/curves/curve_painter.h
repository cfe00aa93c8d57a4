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

/// All that a picture of curves is painted of.
struct CurvePicture {
    const CurveLines& lines;
    const EpochAxis& axis;
    const std::vector<std::int64_t>& numbers;
    std::optional<std::size_t> current;
    QRectF area;
    QFont font;
    QPalette palette;
};

/// Paints axes and lines; the height is shared, or each line's own.
void paint_curves(QPainter& painter, const CurvePicture& picture);

/// Room for numbers left of the lines and below them.
QRectF curve_area(const QRectF& whole, const QFont& font);

/// Round numbers within a range, about `count` of them, rising.
std::vector<double> round_numbers(double least, double most, int count);

}  // namespace epochscope::app
