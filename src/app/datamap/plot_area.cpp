#include "app/datamap/plot_area.h"

#include <epochscope/render/ticks.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

namespace {

constexpr double tick_length = 14;
constexpr double tick_gap = 10;
constexpr double name_gap = 22;
constexpr double line_width = 3;
constexpr double least_height = 7;

}  // namespace

Sheet::Sheet(Size size)
    : unit_(std::min(size.width / 2400.0, size.height / 1800.0)),
      rect_(0, 0, size.width, size.height) {}

QFont Sheet::font(double height, QFont::Weight weight) const {
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(std::lround(std::max(px(height), least_height))));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPointF PlotArea::at(double x, double y) const {
    const auto share = [](PlotRange range, double v) {
        return (v - range.low) / (range.high - range.low);
    };
    return {rect.left() + rect.width() * share(across, x),
            rect.bottom() - rect.height() * share(upwards, y)};
}

void paint_words(QPainter& painter, const QString& words, QPointF at, Qt::Alignment alignment) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = metrics.horizontalAdvance(words);
    double left = at.x();
    if (alignment & Qt::AlignRight) left -= width;
    if (alignment & Qt::AlignHCenter) left -= width / 2;
    painter.drawText(QPointF(left, at.y() + metrics.capHeight() / 2), words);
}

AreaAxes::AreaAxes(const Sheet& sheet, PlotRange across, PlotRange upwards, AreaNames names,
                   int columns, int rows)
    : sheet_(sheet),
      names_(std::move(names)),
      columns_(ticks_of(across, columns)),
      rows_(ticks_of(upwards, rows)) {
    const QFontMetricsF metrics(sheet.font(number_height));
    for (const Tick& tick : rows_)
        widest_row_ = std::max(widest_row_, metrics.horizontalAdvance(tick.words));
}

QString AreaAxes::words_of(double value, double step) {
    const QString words = QString::fromStdString(tick_label(value, step));
    const bool is_whole = !words.contains('.');
    return is_whole && std::abs(value) >= 1000
               ? QLocale(QLocale::English, QLocale::UnitedStates).toString(std::llround(value))
               : words;
}

std::vector<AreaAxes::Tick> AreaAxes::ticks_of(PlotRange range, int at_most) {
    const Ticks nice = nice_ticks(range.low, range.high, at_most);
    std::vector<Tick> ticks;
    for (const double value : nice.values) ticks.push_back({value, words_of(value, nice.step)});
    return ticks;
}

AreaRoom AreaAxes::room() const {
    const double ticks = sheet_.px(tick_length + tick_gap);
    const auto name = [&](const QString& words) {
        return words.isEmpty() ? 0 : sheet_.px(name_gap + name_height);
    };
    return {ticks + widest_row_ + name(names_.upwards),
            ticks + sheet_.px(number_height) + name(names_.across)};
}

void AreaAxes::paint_grid(QPainter& painter, const PlotArea& area) const {
    painter.setPen(QPen(grid_ink, sheet_.px(2)));
    for (const Tick& tick : columns_) {
        const double x = area.at(tick.value, 0).x();
        painter.drawLine(QPointF(x, area.rect.top()), QPointF(x, area.rect.bottom()));
    }
    for (const Tick& tick : rows_) {
        const double y = area.at(0, tick.value).y();
        painter.drawLine(QPointF(area.rect.left(), y), QPointF(area.rect.right(), y));
    }
}

void AreaAxes::paint(QPainter& painter, const PlotArea& area) const {
    const QRectF& rect = area.rect;
    const double length = sheet_.px(tick_length);
    const double gap = sheet_.px(tick_gap);
    painter.setPen(QPen(ink, sheet_.px(line_width), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{rect.topLeft(), rect.bottomLeft(), rect.bottomRight()}});
    painter.setFont(sheet_.font(number_height));
    for (const Tick& tick : columns_) {
        const QPointF at(area.at(tick.value, 0).x(), rect.bottom());
        painter.drawLine(at, at + QPointF(0, length));
        paint_words(painter, tick.words,
                    at + QPointF(0, length + gap + sheet_.px(number_height) / 2), Qt::AlignHCenter);
    }
    for (const Tick& tick : rows_) {
        const QPointF at(rect.left(), area.at(0, tick.value).y());
        painter.drawLine(at, at - QPointF(length, 0));
        paint_words(painter, tick.words, at - QPointF(length + gap, 0), Qt::AlignRight);
    }
    paint_names(painter, area);
}

void AreaAxes::paint_names(QPainter& painter, const PlotArea& area) const {
    const AreaRoom around = room();
    const double half = sheet_.px(name_height) / 2;
    painter.setFont(sheet_.font(name_height));
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QPointF middle = area.rect.center();
    if (!names_.across.isEmpty())
        paint_words(painter, metrics.elidedText(names_.across, Qt::ElideRight, area.rect.width()),
                    {middle.x(), area.rect.bottom() + around.below - half}, Qt::AlignHCenter);
    if (names_.upwards.isEmpty()) return;
    painter.save();
    painter.translate(area.rect.left() - around.left + half, middle.y());
    painter.rotate(-90);
    paint_words(painter, metrics.elidedText(names_.upwards, Qt::ElideRight, area.rect.height()),
                {0, 0}, Qt::AlignHCenter);
    painter.restore();
}

}  // namespace epochscope::app
