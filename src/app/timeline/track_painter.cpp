#include "app/timeline/track_painter.h"

#include <epochscope/render/colour_map.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

/// Of the colours that captions explain, in logical pixels.
constexpr double swatch = 7;
constexpr double swatch_gap = 5;

}  // namespace

TrackLayout track_layout(const QRectF& area, double label_height, bool has_trust, bool has_events) {
    TrackLayout layout;
    layout.captions = QRectF(area.left(), area.top(), area.width(), label_height);
    layout.labels = QRectF(area.left(), area.bottom() - label_height, area.width(), label_height);
    layout.baseline = layout.labels.top() - 8;
    const double below = layout.captions.bottom() + 1;
    if (has_trust) layout.trust = QRectF(area.left(), below + 1, area.width(), trust_height - 4);
    const double above = below + (has_trust ? trust_height : 0);
    if (has_events) layout.events = QRectF(area.left(), above, area.width(), events_height - 3);
    layout.wave = QRectF(QPointF(area.left(), above + (has_events ? events_height : 0)),
                         QPointF(area.right(), layout.baseline));
    return layout;
}

TrackPainter::TrackPainter(QPainter& painter, const QPalette& palette, const EpochAxis& axis,
                           TrackLayout layout)
    : painter_(painter), palette_(palette), axis_(axis), layout_(layout) {}

QColor TrackPainter::ink(double opacity) const {
    QColor colour = palette_.color(QPalette::WindowText);
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

void TrackPainter::paint_gaps() const {
    for (std::size_t i = 0; i + 1 < axis_.epoch_count(); ++i) {
        if (!axis_.gap_after(i)) continue;
        const QRectF gap(QPointF(axis_.x_of(i), layout_.wave.top()),
                         QPointF(axis_.x_of(i + 1), layout_.baseline));
        painter_.fillRect(gap.adjusted(1, 0, -1, 0), QBrush(ink(0.22), Qt::BDiagPattern));
    }
}

QRectF TrackPainter::cell(std::size_t epoch, const QRectF& row) const {
    // Where epochs are missing, nothing is known of what lies between.
    constexpr double most = 14;
    const double x = axis_.x_of(epoch);
    const auto half = [&](std::size_t other, bool gap) {
        const double between = std::abs(axis_.x_of(other) - x) / 2;
        return gap ? std::min(between, most) : between;
    };
    const bool has_next = epoch + 1 < axis_.epoch_count();
    const double right = has_next ? half(epoch + 1, axis_.gap_after(epoch)) : most;
    const double left = epoch > 0 ? half(epoch - 1, axis_.gap_after(epoch - 1)) : most;
    // The first and the last are as wide on both sides.
    return {QPointF(x - std::min(left, epoch == 0 ? right : left), row.top()),
            QPointF(x + (has_next ? right : std::min(right, left)), row.bottom())};
}

void TrackPainter::paint_trust(const TrustBand& trust) const {
    if (layout_.trust.isEmpty()) return;
    painter_.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < std::min(trust.values.size(), axis_.epoch_count()); ++i) {
        const QRectF place = cell(i, layout_.trust);
        if (!trust.values[i]) {
            painter_.fillRect(place, QBrush(ink(0.22), Qt::BDiagPattern));
            continue;
        }
        const Colour c = mapped_colour(ColourMap::viridis,
                                       (*trust.values[i] - trust.chance) / (1 - trust.chance));
        painter_.fillRect(place, QColor(c.r, c.g, c.b));
    }
}

/// The more of them, the higher, by the logarithm: one is to be seen beside a thousand. Kinds stand
/// side by side where there is room; of epochs that share a pixel the most is seen.
void TrackPainter::paint_events(const std::vector<EventTicks>& events) const {
    constexpr double width = 2;
    constexpr double least_height = 3;
    std::size_t most = 1;
    for (const EventTicks& ticks : events)
        if (ticks.notes.empty())
            for (const std::size_t count : ticks.counts) most = std::max(most, count);
    const std::size_t epochs = axis_.epoch_count();
    const double spacing = epochs > 1 ? layout_.events.width() / static_cast<double>(epochs - 1)
                                      : layout_.events.width();
    const auto kinds = static_cast<double>(events.size());
    const double apart = std::clamp(spacing / (kinds + 1), 0., width + 1);
    painter_.setRenderHint(QPainter::Antialiasing);
    double shift = -(kinds - 1) / 2 * apart;
    for (const EventTicks& ticks : events) {
        if (!ticks.notes.empty()) {
            paint_marks(ticks);
            continue;
        }
        for (std::size_t e = 0; e < std::min(epochs, ticks.counts.size()); ++e) {
            if (ticks.counts[e] == 0) continue;
            const double share = std::log1p(ticks.counts[e]) / std::log1p(most);
            const double height = least_height + share * (layout_.events.height() - least_height);
            painter_.fillRect(QRectF(axis_.x_of(e) + shift - width / 2,
                                     layout_.events.bottom() - height, width, height),
                              ticks.colour);
        }
        shift += apart;
    }
}

void TrackPainter::paint_marks(const EventTicks& ticks) const {
    constexpr double half = 5;
    for (std::size_t e = 0; e < std::min(axis_.epoch_count(), ticks.counts.size()); ++e) {
        if (ticks.counts[e] == 0) continue;
        const QPointF tip(axis_.x_of(e), layout_.events.bottom());
        painter_.setPen(QPen(ticks.colour, 1));
        painter_.drawLine(tip, QPointF(tip.x(), layout_.baseline));
        QPainterPath triangle(tip);
        triangle.lineTo(tip.x() - half, layout_.events.top());
        triangle.lineTo(tip.x() + half, layout_.events.top());
        painter_.fillPath(triangle, ticks.colour);
    }
}

double TrackPainter::caption_gap(const QString& curve, const QString& trust,
                                 const std::vector<EventTicks>& events) const {
    const QFontMetricsF metrics(painter_.font());
    double taken = metrics.horizontalAdvance(curve) + metrics.horizontalAdvance(trust);
    for (const EventTicks& ticks : events)
        taken += swatch + swatch_gap + metrics.horizontalAdvance(ticks.caption);
    return (layout_.captions.width() - taken) / static_cast<double>(events.size() + 1);
}

/// Where there is no room for all, the trust is said by its value alone, or not at all.
void TrackPainter::paint_captions(const QString& curve, const TrustCaption& trust,
                                  const std::vector<EventTicks>& events) const {
    constexpr double widest_gap = 18;
    constexpr double least_gap = 7;
    QString said;
    for (const QString& words : {trust.words, trust.value}) {
        said = words;
        if (caption_gap(curve, said, events) >= least_gap) break;
        said.clear();
    }
    const double gap = std::min(widest_gap, caption_gap(curve, said, events));
    const QFontMetricsF metrics(painter_.font());
    painter_.setPen(ink(0.6));
    painter_.drawText(layout_.captions, Qt::AlignLeft | Qt::AlignTop, curve);
    painter_.drawText(layout_.captions, Qt::AlignRight | Qt::AlignTop, said);
    double x = layout_.captions.left() + metrics.horizontalAdvance(curve) + gap;
    for (const EventTicks& ticks : events) {
        const double width = metrics.horizontalAdvance(ticks.caption);
        const double middle = layout_.captions.top() + metrics.height() / 2;
        painter_.fillRect(QRectF(x, std::round(middle - swatch / 2), swatch, swatch), ticks.colour);
        x += swatch + swatch_gap;
        painter_.drawText(QRectF(x, layout_.captions.top(), width + 1, metrics.height()),
                          Qt::AlignLeft | Qt::AlignTop, ticks.caption);
        x += width + gap;
    }
}

void TrackPainter::paint_run(const std::vector<QPointF>& run) const {
    if (run.empty()) return;
    QPainterPath line(run.front());
    for (const QPointF& point : run) line.lineTo(point);
    QPainterPath area = line;
    area.lineTo(run.back().x(), layout_.baseline);
    area.lineTo(run.front().x(), layout_.baseline);
    QColor colour = palette_.color(QPalette::Highlight);
    painter_.setPen(QPen(colour, 1.4));
    painter_.drawPath(line);
    colour.setAlphaF(0.18F);
    painter_.fillPath(area, colour);
}

void TrackPainter::paint_curve(const Curve& curve) const {
    if (curve.values.size() != axis_.epoch_count() || axis_.epoch_count() < 2) return;
    painter_.setRenderHint(QPainter::Antialiasing);
    std::vector<QPointF> run;
    for (std::size_t i = 0; i < curve.values.size(); ++i) {
        if (curve.values[i]) {
            const double share =
                curve.top > 0 ? std::clamp(*curve.values[i] / curve.top, 0., 1.) : 0;
            run.emplace_back(axis_.x_of(i), layout_.baseline - share * layout_.wave.height());
        }
        if (!curve.values[i] || axis_.gap_after(i)) {
            paint_run(run);
            run.clear();
        }
    }
    paint_run(run);
}

void TrackPainter::paint_ticks(const std::vector<std::int64_t>& numbers) const {
    painter_.setRenderHint(QPainter::Antialiasing, false);
    painter_.setPen(ink(0.45));
    painter_.drawLine(QPointF(axis_.x_of(0), layout_.baseline),
                      QPointF(axis_.x_of(axis_.epoch_count() - 1), layout_.baseline));
    const QFontMetricsF metrics(painter_.font());
    double width = 0;
    for (const std::int64_t number : {numbers.front(), numbers.back()})
        width = std::max(width, metrics.horizontalAdvance(QString::number(number)));
    const auto labelled = axis_.labelled(width + 10);
    auto next = labelled.begin();
    for (std::size_t i = 0; i < axis_.epoch_count(); ++i) {
        const bool label = next != labelled.end() && *next == i;
        const double x = axis_.x_of(i);
        painter_.setPen(ink(label ? 0.6 : 0.3));
        painter_.drawLine(QPointF(x, layout_.baseline),
                          QPointF(x, layout_.baseline + (label ? 6 : 4)));
        if (!label) continue;
        ++next;
        painter_.setPen(ink(0.8));
        painter_.drawText(
            QRectF(x - width, layout_.labels.top(), 2 * width, layout_.labels.height()),
            Qt::AlignHCenter | Qt::AlignBottom, QString::number(numbers[i]));
    }
}

void TrackPainter::paint_playhead(double playhead, bool focused) const {
    painter_.setRenderHint(QPainter::Antialiasing);
    const double x = axis_.x_at(playhead);
    const QColor colour = palette_.color(QPalette::Highlight);
    painter_.setPen(QPen(colour, 2));
    painter_.drawLine(QPointF(x, layout_.wave.top()), QPointF(x, layout_.baseline));
    painter_.setPen(QPen(palette_.color(QPalette::Window), 1.5));
    painter_.setBrush(colour);
    painter_.drawEllipse(QPointF(x, layout_.baseline), 6, 6);
    if (!focused) return;
    painter_.setPen(QPen(colour, 1.5));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawEllipse(QPointF(x, layout_.baseline), 8.5, 8.5);
}

}  // namespace epochscope::app
