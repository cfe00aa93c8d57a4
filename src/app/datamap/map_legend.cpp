#include "app/datamap/map_legend.h"

#include "app/datamap/sample_marks.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace epochscope::app {

namespace {

constexpr double row_height = 54;
constexpr double title_height = 38;
constexpr double legend_mark = 13;
constexpr double mark_room = 52;
constexpr double column_gap = 28;
constexpr double bar_length = 420;
constexpr double bar_height = 32;
/// Between the last row and the sum, with a line in its middle.
constexpr double sum_gap = 20;

std::size_t sum_of(const MapPlot& plot) {
    return std::accumulate(plot.counts.begin(), plot.counts.end(), std::size_t{0});
}

QColor colour_of(const MapGroup& group) { return {group.colour.r, group.colour.g, group.colour.b}; }

}  // namespace

QString count_words(std::size_t count) {
    return QLocale(QLocale::English, QLocale::UnitedStates)
        .toString(static_cast<qulonglong>(count));
}

MapLegend::MapLegend(const Sheet& sheet, const MapPlot& plot, double min_width)
    : sheet_(sheet), plot_(plot), columns_(columns()) {
    columns_.count = std::max(columns_.count, min_width);
}

MapLegend::Columns MapLegend::columns() const {
    const QFontMetricsF rows(sheet_.font(number_height));
    const QFontMetricsF titles(sheet_.font(title_height, QFont::DemiBold));
    double names = rows.horizontalAdvance(QString::fromStdString(plot_.total_title));
    for (const MapGroup& group : plot_.groups)
        names = std::max(names, rows.horizontalAdvance(QString::fromStdString(group.name)));
    const double counts =
        std::max(rows.horizontalAdvance(count_words(sum_of(plot_))),
                 rows.horizontalAdvance(QString::fromStdString(plot_.count_title)));
    const double title = titles.horizontalAdvance(QString::fromStdString(plot_.legend_title));
    Columns columns;
    columns.name = sheet_.px(mark_room);
    columns.bar = columns.name + names + sheet_.px(column_gap);
    columns.bar_length = plot_.has_bars ? sheet_.px(bar_length) : 0;
    const double before_counts =
        columns.bar + columns.bar_length + (plot_.has_bars ? sheet_.px(column_gap) : 0);
    columns.count = std::max(before_counts, title + sheet_.px(column_gap)) + counts;
    return columns;
}

double MapLegend::height() const {
    return sheet_.px(row_height * static_cast<double>(plot_.groups.size() + 2) + sum_gap);
}

void MapLegend::paint_row(QPainter& painter, std::size_t group, QPointF at) const {
    const MapGroup& its = plot_.groups[group];
    const std::size_t count = plot_.counts[group];
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour_of(its));
    painter.drawPath(outline_of(its.marker, sheet_.px(legend_mark))
                         .translated(at + QPointF(sheet_.px(legend_mark), 0)));
    if (plot_.has_bars) {
        const double most = static_cast<double>(
            std::max<std::size_t>(1, *std::max_element(plot_.counts.begin(), plot_.counts.end())));
        const double length = columns_.bar_length * static_cast<double>(count) / most;
        painter.drawRect(QRectF(at.x() + columns_.bar, at.y() - sheet_.px(bar_height) / 2, length,
                                sheet_.px(bar_height)));
    }
    // A group of nobody is part of the scale all the same.
    painter.setPen(count > 0 ? ink : light_ink);
    paint_words(painter, QString::fromStdString(its.name), at + QPointF(columns_.name, 0),
                Qt::AlignLeft);
    paint_words(painter, count_words(count), at + QPointF(columns_.count, 0), Qt::AlignRight);
}

void MapLegend::paint(QPainter& painter, QPointF top_left) const {
    const double row = sheet_.px(row_height);
    const QPointF right(columns_.count, 0);
    QPointF at = top_left + QPointF(0, row / 2);
    painter.setFont(sheet_.font(title_height, QFont::DemiBold));
    painter.setPen(ink);
    paint_words(painter, QString::fromStdString(plot_.legend_title), at, Qt::AlignLeft);
    painter.setFont(sheet_.font(number_height));
    painter.setPen(light_ink);
    paint_words(painter, QString::fromStdString(plot_.count_title), at + right, Qt::AlignRight);
    for (std::size_t group = 0; group < plot_.groups.size(); ++group) {
        at.ry() += row;
        paint_row(painter, group, at);
    }
    at.ry() += row / 2 + sheet_.px(sum_gap) / 2;
    painter.setPen(QPen(light_ink, sheet_.px(2)));
    painter.drawLine(at, at + right);
    at.ry() += row / 2 + sheet_.px(sum_gap) / 2;
    painter.setPen(ink);
    paint_words(painter, QString::fromStdString(plot_.total_title), at + QPointF(columns_.name, 0),
                Qt::AlignLeft);
    paint_words(painter, count_words(sum_of(plot_)), at + right, Qt::AlignRight);
}

}  // namespace epochscope::app
