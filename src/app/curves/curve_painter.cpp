#include "app/curves/curve_painter.h"

#include "app/widgets/number_words.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace epochscope::app {
namespace {

constexpr double margin = 10;

struct Range {
    double min = 0;
    double max = 1;
    [[nodiscard]] double fraction(double y) const { return (y - min) / (max - min); }
};

/// With a margin, and never without height.
Range with_margin(double min, double max) {
    if (!(min <= max)) return {};
    const double extra = max > min ? (max - min) * 0.04 : std::max(std::abs(min) * 0.1, 1e-3);
    return {min - extra, max + extra};
}

Range common_range(const CurveLines& lines) {
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    for (const CurveLine& line : lines.lines) {
        min = std::min(min, line.min);
        max = std::max(max, line.max);
    }
    return with_margin(min, max);
}

class CurvePainter {
  public:
    CurvePainter(QPainter& painter, const CurvePicture& picture)
        : painter_(painter), picture_(picture) {}

    void paint_epochs() const;
    /// Numbers of a single curve have its colour.
    void paint_heights(const Range& range, const CurveLine* only) const;
    void paint_line(const CurveLine& line, const Range& range) const;

  private:
    [[nodiscard]] QColor ink(double opacity) const {
        QColor colour = picture_.palette.color(QPalette::WindowText);
        colour.setAlphaF(static_cast<float>(opacity));
        return colour;
    }
    void paint_vertices(const std::vector<LineVertex>& vertices, const Range& range) const;

    QPainter& painter_;
    const CurvePicture& picture_;
};

void CurvePainter::paint_epochs() const {
    const QRectF& area = picture_.area;
    const QFontMetricsF metrics(picture_.font);
    painter_.setRenderHint(QPainter::Antialiasing, false);
    painter_.setPen(ink(0.35));
    painter_.drawLine(area.bottomLeft(), area.bottomRight());
    double width = 0;
    for (const std::int64_t number : {picture_.numbers.front(), picture_.numbers.back()})
        width = std::max(width, metrics.horizontalAdvance(QString::number(number)));
    for (const std::size_t epoch : picture_.axis.labelled(width + 12)) {
        const double x = picture_.axis.x_of(epoch);
        painter_.setPen(ink(0.35));
        painter_.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter_.setPen(ink(0.75));
        painter_.drawText(QRectF(x - width, area.bottom() + 3, 2 * width, metrics.height()),
                          Qt::AlignHCenter | Qt::AlignTop,
                          QString::number(picture_.numbers[epoch]));
    }
}

void CurvePainter::paint_heights(const Range& range, const CurveLine* only) const {
    const QRectF& area = picture_.area;
    const QFontMetricsF metrics(picture_.font);
    const int count = std::clamp(static_cast<int>(area.height() / 32), 3, 8);
    painter_.setRenderHint(QPainter::Antialiasing, false);
    painter_.setPen(ink(0.35));
    painter_.drawLine(area.topLeft(), area.bottomLeft());
    for (const double value : round_numbers(range.min, range.max, count)) {
        const double y = area.bottom() - range.fraction(value) * area.height();
        painter_.setPen(ink(0.12));
        painter_.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const double shown = picture_.lines.style.logarithmic ? std::pow(10, value) : value;
        painter_.setPen(only != nullptr ? picture_.lines.colours[only->curve] : ink(0.75));
        painter_.drawText(QRectF(0, y - metrics.height() / 2, area.left() - 5, metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, figure_words(shown, 3));
    }
}

void CurvePainter::paint_vertices(const std::vector<LineVertex>& vertices,
                                  const Range& range) const {
    const QRectF& area = picture_.area;
    QPolygonF run;
    run.reserve(static_cast<qsizetype>(vertices.size()));
    const auto finish = [&] {
        if (run.size() > 1) painter_.drawPolyline(run);
        // A lone point.
        if (run.size() == 1) painter_.drawEllipse(run.front(), 1.5, 1.5);
        run.clear();
    };
    for (const LineVertex& vertex : vertices) {
        if (vertex.begins) finish();
        run << QPointF(picture_.axis.x_of_number(vertex.x),
                       area.bottom() - range.fraction(vertex.y) * area.height());
    }
    finish();
}

void CurvePainter::paint_line(const CurveLine& line, const Range& range) const {
    painter_.setRenderHint(QPainter::Antialiasing);
    QColor colour = picture_.lines.colours[line.curve];
    if (!line.raw.empty()) {
        QColor faint = colour;
        faint.setAlphaF(0.25F);
        painter_.setPen(QPen(faint, 1));
        paint_vertices(line.raw, range);
    }
    painter_.setPen(QPen(colour, picture_.current == line.curve ? 2.2 : 1));
    paint_vertices(line.line, range);
}

}  // namespace

QRectF curve_area(const QRectF& whole, const QFont& font) {
    const QFontMetricsF metrics(font);
    const double left = metrics.horizontalAdvance(QStringLiteral("-8.88e-88")) + 8;
    return whole.adjusted(left, 6, -margin - 4, -metrics.height() - 6);
}

std::vector<double> round_numbers(double min, double max, int count) {
    std::vector<double> numbers;
    const double wanted = (max - min) / count;
    if (!(wanted > 0) || !std::isfinite(wanted)) return numbers;
    double step = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {2.0, 2.5, 2.0})
        if (step < wanted) step *= factor;
    constexpr double max_count = 100;
    const double first = std::ceil(min / step);
    const double last = std::min(std::floor(max / step), first + max_count);
    // Multiples of the step, and not sums, so that 0 is 0.
    for (double i = first; i <= last; ++i) numbers.push_back(i * step);
    return numbers;
}

void paint_curves(QPainter& painter, const CurvePicture& picture) {
    painter.setFont(picture.font);
    const CurvePainter painted(painter, picture);
    painted.paint_epochs();
    const bool normalized = picture.lines.style.normalized;
    const Range common = common_range(picture.lines);
    const CurveLine* current = nullptr;
    for (const CurveLine& line : picture.lines.lines)
        if (picture.current == line.curve) current = &line;
    const auto range_of = [&](const CurveLine& line) {
        return normalized ? with_margin(line.min, line.max) : common;
    };
    // Normalized curves have the numbers of the current one, or of the first.
    if (!picture.lines.lines.empty()) {
        const CurveLine& numbered = current != nullptr ? *current : picture.lines.lines.front();
        painted.paint_heights(normalized ? range_of(numbered) : common,
                              normalized ? &numbered : nullptr);
    }
    painter.setClipRect(picture.area.adjusted(-1, -1, 1, 1));
    for (const CurveLine& line : picture.lines.lines)
        if (&line != current) painted.paint_line(line, range_of(line));
    if (current != nullptr) painted.paint_line(*current, range_of(*current));
    painter.setClipping(false);
}

}  // namespace epochscope::app
