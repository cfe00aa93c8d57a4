#include "app/sample/ribbon.h"

#include "app/neighbours/sample_words.h"
#include "app/session/session.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

namespace {

// From the top: the label's line, the cells, the confidence.
constexpr int margin = 4;
constexpr int label_height = 3;
constexpr int cells_top = margin + label_height + 2;
constexpr int cells_height = 20;
constexpr int confidence_top = cells_top + cells_height + 3;
constexpr int confidence_height = 22;
constexpr int total_height = confidence_top + confidence_height + margin;
/// Narrower cells have no gap between them.
constexpr double min_width_with_gap = 6;

/// Of all epochs.
std::vector<SampleFacts> facts_of(const EpochSeries& series, std::size_t sample,
                                  const std::stop_token& stop) {
    std::vector<SampleFacts> facts;
    facts.reserve(series.epoch_count());
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        if (stop.stop_requested()) throw Cancelled();
        facts.push_back(app::facts_of(series, e, sample));
    }
    return facts;
}

}  // namespace

Ribbon::Ribbon(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      query_(
          [](const Request& request, const std::stop_token& stop) {
              return facts_of(request.dataset->series, request.sample, stop);
          },
          [this](const Request&, std::vector<SampleFacts> facts) {
              facts_ = std::move(facts);
              update();
          }) {
    setAccessibleName(tr("Predictions over all epochs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&session, &Session::playhead_changed, this, &Ribbon::follow_playhead);
    connect(&session, &Session::style_changed, this, qOverload<>(&QWidget::update));
}

void Ribbon::set_sample(std::optional<std::size_t> sample) {
    sample_ = sample;
    facts_.clear();
    query_.cancel();
    renew();
    update();
}

void Ribbon::renew() {
    if (!sample_) return;
    setAccessibleDescription(words_at(moment_at(session_.playhead(), epoch_count()).reached()));
    query_.ask({session_.dataset(), *sample_});
}

std::size_t Ribbon::epoch_count() const {
    return session_.dataset() ? session_.dataset()->series.epoch_count() : 0;
}

std::size_t Ribbon::epoch_at(double x) const {
    const auto count = static_cast<double>(epoch_count());
    const double cell = std::floor(x / std::max(1, width()) * count);
    return static_cast<std::size_t>(std::clamp(cell, 0.0, std::max(0.0, count - 1)));
}

double Ribbon::x_of(double playhead) const {
    return (playhead + 0.5) / static_cast<double>(std::max<std::size_t>(1, epoch_count())) *
           width();
}

QString Ribbon::words_at(std::size_t epoch) const {
    if (!sample_ || epoch >= epoch_count()) return {};
    const EpochSeries& series = session_.dataset()->series;
    const SampleFacts facts = facts_of(series, epoch, *sample_);
    QString words = tr("Epoch %1: ").arg(series.epoch(epoch).number);
    if (!facts.prediction) {
        words += tr("no prediction");
    } else {
        const QString predicted = class_name(series, *facts.prediction);
        words += facts.is_wrong() ? tr("predicted %1 (wrong)").arg(predicted)
                                  : tr("predicted %1").arg(predicted);
    }
    if (facts.confidence) words += tr(", confidence %1").arg(percent(*facts.confidence));
    return words;
}

// As wide as the panel: a width of its own would widen it when a sample is selected.
QSize Ribbon::sizeHint() const { return minimumSizeHint(); }

QSize Ribbon::minimumSizeHint() const { return {120, total_height}; }

QRect Ribbon::playhead_rect(double playhead) const {
    return {static_cast<int>(x_of(playhead)) - 6, 0, 13, height()};
}

void Ribbon::follow_playhead() {
    // Only what the line leaves and what it reaches: the cells stay.
    update(playhead_rect(drawn_playhead_));
    update(playhead_rect(session_.playhead()));
}

void Ribbon::paintEvent(QPaintEvent* event) {
    if (!sample_ || epoch_count() == 0) return;
    QPainter painter(this);
    painter.setClipRegion(event->region());
    paint_cells(painter);
    paint_playhead(painter);
    drawn_playhead_ = session_.playhead();
}

void Ribbon::paint_cells(QPainter& painter) const {
    const EpochSeries& series = session_.dataset()->series;
    const auto& colours = session_.view().colours;
    const auto count = static_cast<double>(series.epoch_count());
    const QColor fill = faint_colour(palette(), 0.5);
    const QColor empty = faint_colour(palette(), 0.12);
    // With more epochs than pixels, each pixel shows one of its epochs.
    const int columns = static_cast<int>(std::min<double>(width(), count));
    const double cell = static_cast<double>(width()) / columns;
    const double gap = cell >= min_width_with_gap ? 1 : 0;

    const auto label = static_cast<std::size_t>(series.labels()[*sample_]);
    painter.fillRect(QRectF(0, margin, width(), label_height), to_qcolor(colours[label]));
    for (int column = 0; column < columns; ++column) {
        const auto epoch = static_cast<std::size_t>(column * count / columns);
        const SampleFacts facts = epoch < facts_.size() ? facts_[epoch] : SampleFacts{};
        const double left = std::round(column * cell);
        const double across = std::round((column + 1) * cell) - left - gap;
        const QColor colour = facts.prediction ? to_qcolor(colours[*facts.prediction]) : empty;
        painter.fillRect(QRectF(left, cells_top, across, cells_height), colour);
        const double bar = facts.confidence.value_or(0) * confidence_height;
        if (facts.confidence)
            painter.fillRect(QRectF(left, confidence_top + confidence_height - bar, across, bar),
                             fill);
    }
    if (series.has_confidence())
        painter.fillRect(QRectF(0, confidence_top + confidence_height, width(), 1),
                         faint_colour(palette(), 0.25));
}

void Ribbon::paint_playhead(QPainter& painter) const {
    const double x = std::clamp(x_of(session_.playhead()), 1.0, width() - 1.0);
    const auto foot = static_cast<double>(session_.dataset()->series.has_confidence()
                                              ? confidence_top + confidence_height
                                              : cells_top + cells_height + margin);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 2, 0, 4, foot), palette().color(QPalette::Base));
    painter.fillRect(QRectF(x - 1, 0, 2, foot), palette().color(QPalette::Text));
}

void Ribbon::scrub(const QMouseEvent& event) {
    if (!sample_ || !event.buttons().testFlag(Qt::LeftButton)) return;
    session_.set_playhead(static_cast<double>(epoch_at(event.position().x())));
}

void Ribbon::mousePressEvent(QMouseEvent* event) { scrub(*event); }

void Ribbon::mouseMoveEvent(QMouseEvent* event) { scrub(*event); }

bool Ribbon::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && sample_) {
        const auto& help = *static_cast<QHelpEvent*>(event);
        QToolTip::showText(help.globalPos(), words_at(epoch_at(help.pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace epochscope::app
