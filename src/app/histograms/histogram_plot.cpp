#include "app/histograms/histogram_plot.h"

#include "app/widgets/swatch.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {
namespace {

constexpr QSize least_size{130, 96};
constexpr QSize wanted_size{210, 170};
constexpr int row_gap = 3;

QString counted(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

bool is_key_of_plot(const QKeyEvent& key) {
    switch (key.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Space:
        case Qt::Key_Delete:
            return (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        default:
            return false;
    }
}

}  // namespace

HistogramPlot::HistogramPlot(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize HistogramPlot::sizeHint() const { return wanted_size; }

QSize HistogramPlot::minimumSizeHint() const { return least_size; }

void HistogramPlot::set_histogram(Histogram histogram) {
    const bool is_same = histogram.name == histogram_.name &&
                         histogram.whole.size() == histogram_.whole.size() &&
                         histogram.words == histogram_.words;
    histogram_ = std::move(histogram);
    if (!is_same) {
        brush_.clear();
        mark_ = 0;
    }
    setAccessibleName(tr("Histogram of %1").arg(histogram_.name));
    update();
}

void HistogramPlot::show_brush(std::vector<std::size_t> bins) {
    if (pressed_) return;
    brush_ = std::move(bins);
    update();
}

QRectF HistogramPlot::area() const {
    const int line = fontMetrics().height();
    return histogram_.is_text() ? QRectF(rect()) : QRectF(rect()).adjusted(0, 2, 0, -line);
}

QRectF HistogramPlot::bar(std::size_t bin) const {
    const QRectF room = area();
    const auto bins = static_cast<double>(std::max<std::size_t>(1, count()));
    const auto at = static_cast<double>(bin);
    if (histogram_.is_text()) {
        const double height =
            std::min(room.height() / bins, fontMetrics().height() + 2.0 * row_gap);
        return {room.left(), room.top() + at * height, room.width(), height};
    }
    const double width = room.width() / bins;
    return {room.left() + at * width, room.top(), width, room.height()};
}

std::optional<std::size_t> HistogramPlot::bin_at(QPointF at) const {
    if (count() == 0) return std::nullopt;
    const QRectF first = bar(0);
    const double place = histogram_.is_text() ? (at.y() - first.top()) / first.height()
                                              : (at.x() - first.left()) / first.width();
    if (histogram_.is_text() && place >= static_cast<double>(count())) return std::nullopt;
    return static_cast<std::size_t>(
        std::clamp(std::floor(place), 0.0, static_cast<double>(count() - 1)));
}

bool HistogramPlot::is_brushed(std::size_t bin) const {
    return std::ranges::find(brush_, bin) != brush_.end();
}

void HistogramPlot::set_brush(std::vector<std::size_t> bins) {
    if (bins == brush_) return;
    brush_ = std::move(bins);
    update();
    emit brushed();
}

void HistogramPlot::brush_between(std::size_t a, std::size_t b) {
    brush_.clear();
    for (std::size_t bin = std::min(a, b); bin <= std::max(a, b); ++bin) brush_.push_back(bin);
    update();
}

void HistogramPlot::toggle(std::size_t bin) {
    // The rare categories have no names to ask for.
    if (histogram_.is_text() && bin >= histogram_.words.size()) return;
    std::vector<std::size_t> bins = histogram_.is_text() ? brush_ : std::vector<std::size_t>();
    if (is_brushed(bin)) {
        std::erase(bins, bin);
    } else {
        bins.push_back(bin);
        std::ranges::sort(bins);
    }
    set_brush(std::move(bins));
}

void HistogramPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const auto bin = bin_at(event->position());
    if (!bin) return set_brush({});
    mark_ = *bin;
    if (histogram_.is_text()) return toggle(*bin);
    before_ = brush_;
    pressed_ = bin;
}

void HistogramPlot::mouseMoveEvent(QMouseEvent* event) {
    const auto bin = bin_at(event->position());
    if (pressed_ && bin && (event->buttons() & Qt::LeftButton) != 0) brush_between(*pressed_, *bin);
}

void HistogramPlot::mouseReleaseEvent(QMouseEvent* event) {
    if (!pressed_ || event->button() != Qt::LeftButton) return;
    const std::size_t from = *std::exchange(pressed_, std::nullopt);
    const std::size_t to = bin_at(event->position()).value_or(from);
    mark_ = to;
    std::vector<std::size_t> bins;
    for (std::size_t bin = std::min(from, to); bin <= std::max(from, to); ++bin)
        bins.push_back(bin);
    // A click in the brush takes it away.
    const bool ends = from == to && std::ranges::find(before_, from) != before_.end();
    brush_ = before_;
    set_brush(ends ? std::vector<std::size_t>() : std::move(bins));
    update();
}

void HistogramPlot::move_mark(int by, bool brushes) {
    if (count() == 0) return;
    const auto last = static_cast<int>(count()) - 1;
    const std::size_t before = mark_;
    mark_ = static_cast<std::size_t>(std::clamp(static_cast<int>(mark_) + by, 0, last));
    update();
    QToolTip::showText(mapToGlobal(bar(mark_).center().toPoint()), words_at(mark_), this);
    if (!brushes || histogram_.is_text()) return;
    const bool grows = is_brushed(before);
    const std::size_t from = !grows                     ? before
                             : brush_.front() == before ? brush_.back()
                                                        : brush_.front();
    std::vector<std::size_t> bins;
    for (std::size_t bin = std::min(from, mark_); bin <= std::max(from, mark_); ++bin)
        bins.push_back(bin);
    set_brush(std::move(bins));
}

void HistogramPlot::keyPressEvent(QKeyEvent* event) {
    if (!is_key_of_plot(*event)) return QWidget::keyPressEvent(event);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            return move_mark(-1, shift);
        case Qt::Key_Right:
        case Qt::Key_Down:
            return move_mark(1, shift);
        case Qt::Key_Space:
            if (mark_ < count()) toggle(mark_);
            return;
        default:
            set_brush({});
    }
}

QString HistogramPlot::words_at(std::size_t bin) const {
    const QString shown = counted(histogram_.part[bin]);
    const QString all = counted(histogram_.whole[bin]);
    const QString samples =
        shown == all ? tr("%1 samples").arg(all) : tr("%1 of %2 samples").arg(shown, all);
    return QStringLiteral("%1: %2").arg(histogram_.words_of(bin), samples);
}

bool HistogramPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto& help = *static_cast<QHelpEvent*>(event);
        const auto bin = bin_at(help.pos());
        QToolTip::showText(help.globalPos(), bin ? words_at(*bin) : QString(), this);
        return true;
    }
    // They are also shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride &&
        is_key_of_plot(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HistogramPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!histogram_.problem.isEmpty()) {
        painter.setPen(faint_colour(palette()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, histogram_.problem);
        return;
    }
    if (count() == 0) return;
    paint_bars(painter);
    paint_names(painter);
    if (hasFocus() && mark_ < count()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar(mark_).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void HistogramPlot::paint_bars(QPainter& painter) const {
    const auto most =
        static_cast<double>(std::max<std::size_t>(1, *std::ranges::max_element(histogram_.whole)));
    const QColor behind = faint_colour(palette(), 0.18);
    const QColor front = palette().color(QPalette::Highlight);
    QColor brush = front;
    brush.setAlphaF(0.16F);
    for (std::size_t bin = 0; bin < count(); ++bin) {
        const QRectF room = bar(bin);
        if (is_brushed(bin)) painter.fillRect(room, brush);
        const auto fill = [&](std::size_t samples, const QColor& colour) {
            // What is there is seen, however little it is.
            const double share = static_cast<double>(samples) / most;
            const double gap = room.width() > 4 ? 1 : 0;
            QRectF shape = room;
            if (histogram_.is_text()) {
                shape = room.adjusted(0, 1, 0, -1);
                shape.setWidth(samples > 0 ? std::max(1.0, room.width() * share) : 0);
            } else {
                const double height = samples > 0 ? std::max(1.0, room.height() * share) : 0;
                shape = QRectF(room.left(), room.bottom() - height, room.width() - gap, height);
            }
            painter.fillRect(shape, colour);
        };
        fill(histogram_.whole[bin], behind);
        QColor colour = front;
        if (histogram_.is_text()) colour.setAlphaF(0.45F);
        fill(histogram_.part[bin], colour);
        // Its bar may be as long as the room: the frame tells that it is chosen.
        if (histogram_.is_text() && is_brushed(bin)) {
            painter.setPen(QPen(front, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(room.adjusted(1, 1, -1, -1));
        }
    }
}

void HistogramPlot::paint_names(QPainter& painter) const {
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetrics metrics = fontMetrics();
    if (histogram_.is_text()) {
        for (std::size_t bin = 0; bin < count(); ++bin) {
            const QRectF room = bar(bin).adjusted(4, 0, -4, 0);
            const QString number = counted(histogram_.part[bin]);
            const int width = metrics.horizontalAdvance(number);
            painter.drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), number);
            painter.drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                             metrics.elidedText(histogram_.words_of(bin), Qt::ElideRight,
                                                static_cast<int>(room.width()) - width - 6));
        }
        return;
    }
    painter.setPen(faint_colour(palette()));
    const QRectF foot(0, area().bottom(), width(), height() - area().bottom());
    const QString low = histogram_.words_of(0).section(QChar(u' '), 0, 0);
    const QString high = histogram_.words_of(count() - 1).section(QChar(u' '), -1);
    painter.drawText(foot, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), low);
    painter.drawText(foot, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), high);
}

}  // namespace epochscope::app
