#include "app/timeline/track.h"

#include "app/figure/figure_file.h"
#include "app/timeline/track_painter.h"
#include "app/widgets/number_words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {
namespace {

/// Room at both ends for the handle and half a label.
constexpr double margin = 18;
/// How near an epoch the pointer may be to mean it exactly, and how near to its mark.
constexpr double snap_reach = 3;
constexpr double mark_reach = 7;

}  // namespace

Track::Track(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Epochs"));
}

void Track::clear() {
    numbers_.clear();
    curve_ = {};
    set_trust({});
    set_events({});
    set_playhead(0);
}

void Track::set_epochs(std::vector<std::int64_t> numbers) {
    numbers_ = std::move(numbers);
    updateGeometry();
    update();
}

void Track::set_curve(Curve curve) {
    curve_ = std::move(curve);
    update();
}

void Track::set_trust(TrustBand trust) {
    trust_ = std::move(trust);
    updateGeometry();
    set_playhead(playhead_);
}

void Track::set_events(std::vector<EventTicks> events) {
    events_ = std::move(events);
    set_playhead(playhead_);
}

QRectF Track::trust_area() const { return numbers_.empty() ? QRectF() : parts().trust; }

void Track::set_playhead(double playhead) {
    playhead_ = playhead;
    if (!numbers_.empty()) {
        QStringList words{words_of(playhead_)};
        if (playhead_ == std::floor(playhead_))
            words << notes_at(static_cast<std::size_t>(playhead_));
        setAccessibleDescription(words.join(QStringLiteral(". ")));
    }
    update();
}

QFont Track::small_font() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    return small;
}

TrackLayout Track::parts() const {
    const QRectF area(margin, 0, width() - 2 * margin, height() - 2);
    return track_layout(area, QFontMetricsF(small_font()).height(), !trust_.values.empty(),
                        has_events_row());
}

EpochAxis Track::axis() const { return {numbers_, margin, width() - margin}; }

QString Track::words_at(double x) const {
    return numbers_.empty() ? QString() : words_of(axis().snapped_playhead_at(x, snap_reach));
}

QString Track::words_of(double playhead) const {
    const auto reached = static_cast<std::size_t>(playhead);
    const auto number = [this](std::size_t epoch) { return static_cast<double>(numbers_[epoch]); };
    double shown = number(reached);
    if (const double t = playhead - std::floor(playhead); t > 0)
        shown = number(reached) * (1 - t) + number(reached + 1) * t;
    QString words = tr("Epoch %1").arg(QString::number(std::round(shown * 100) / 100));
    if (reached < curve_.values.size() && curve_.values[reached])
        words +=
            tr(", %1 %2").arg(curve_.caption, QString::number(*curve_.values[reached], 'f', 3));
    if (reached < trust_.values.size() && trust_.values[reached])
        words +=
            tr(", %1 %2").arg(trust_.caption, QString::number(*trust_.values[reached], 'f', 3));
    // What happened at an epoch is of the epoch alone.
    if (playhead != std::floor(playhead)) return words;
    for (const EventTicks& ticks : events_)
        if (reached < ticks.counts.size() && ticks.counts[reached] > 0)
            words += tr(", %1: %2").arg(ticks.caption, number_words(ticks.counts[reached]));
    return words;
}

TrustCaption Track::trust_caption() const {
    const auto reached = static_cast<std::size_t>(playhead_);
    if (reached >= trust_.values.size()) return {};
    if (!trust_.values[reached]) return {trust_.caption, {}};
    const QString value = QString::number(*trust_.values[reached], 'f', 3);
    return {tr("%1 %2").arg(trust_.caption, value), value};
}

QSize Track::sizeHint() const {
    return {600, 48 + 2 * fontMetrics().height() + (trust_.values.empty() ? 0 : trust_height) +
                     (has_events_row() ? events_height : 0)};
}
QSize Track::minimumSizeHint() const { return {200, sizeHint().height()}; }

void Track::paintEvent(QPaintEvent*) {
    if (numbers_.empty()) return;
    QPainter painter(this);
    paint(painter, hasFocus());
}

void Track::write_picture(const std::filesystem::path& file) const {
    write_painting(file, size(), palette().color(QPalette::Window), [this](QPainter& painter) {
        if (!numbers_.empty()) paint(painter, false);
    });
}

void Track::paint(QPainter& painter, bool focused) const {
    painter.setFont(small_font());
    const TrackLayout layout = parts();
    const EpochAxis epochs = axis();
    const TrackPainter painted(painter, palette(), epochs, layout);
    painted.paint_gaps();
    painted.paint_trust(trust_);
    painted.paint_events(events_);
    painted.paint_curve(curve_);
    painted.paint_ticks(numbers_);
    painted.paint_captions(curve_.caption, trust_caption(), events_);
    painted.paint_playhead(playhead_, focused);
}

std::optional<std::size_t> Track::mark_at(const QPointF& position) const {
    if (numbers_.empty() ||
        !parts().events.adjusted(-mark_reach, -2, mark_reach, 2).contains(position))
        return std::nullopt;
    std::optional<std::size_t> nearest;
    const auto distance = [&](std::size_t epoch) {
        return std::abs(axis().x_of(epoch) - position.x());
    };
    for (const EventTicks& ticks : events_)
        for (const auto& [epoch, notes] : ticks.notes)
            if (epoch < numbers_.size() && distance(epoch) <= mark_reach &&
                (!nearest || distance(epoch) < distance(*nearest)))
                nearest = epoch;
    return nearest;
}

QStringList Track::notes_at(std::size_t epoch) const {
    QStringList notes;
    for (const EventTicks& ticks : events_)
        if (const auto found = ticks.notes.find(epoch); found != ticks.notes.end())
            notes << found->second;
    return notes;
}

QString Track::tip_at(const QPointF& position) const {
    double playhead = axis().snapped_playhead_at(position.x(), snap_reach);
    if (const auto mark = mark_at(position)) playhead = static_cast<double>(*mark);
    QStringList lines{words_of(playhead)};
    if (trust_area().contains(position)) lines << trust_.meaning;
    if (playhead == std::floor(playhead)) lines << notes_at(static_cast<std::size_t>(playhead));
    for (QString& line : lines) line = line.toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>").arg(lines.join(QStringLiteral("<br/>")));
}

void Track::scrub_to(const QPointF& position) {
    if (numbers_.empty()) return;
    const auto mark = mark_at(position);
    emit scrubbed(mark ? static_cast<double>(*mark)
                       : axis().snapped_playhead_at(position.x(), snap_reach));
}

void Track::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) scrub_to(event->position());
}

void Track::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0) scrub_to(event->position());
    if (!numbers_.empty())
        QToolTip::showText(event->globalPosition().toPoint(), tip_at(event->position()), this);
}

void Track::wheelEvent(QWheelEvent* event) {
    // Touchpads send small parts of a notch.
    const QPoint delta = event->angleDelta();
    wheel_ += delta.y() != 0 ? delta.y() : delta.x();
    const int notches = wheel_ / 120;
    wheel_ -= notches * 120;
    if (notches != 0) emit stepped(-notches);
    event->accept();
}

void Track::keyPressEvent(QKeyEvent* event) {
    const int epochs = (event->modifiers() & Qt::ShiftModifier) != 0 ? 10 : 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            emit stepped(-epochs);
            break;
        case Qt::Key_Right:
        case Qt::Key_Up:
            emit stepped(epochs);
            break;
        case Qt::Key_PageUp:
            emit stepped(10);
            break;
        case Qt::Key_PageDown:
            emit stepped(-10);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace epochscope::app
