#include "app/find/find_bar.h"

#include "app/find/condition_completer.h"
#include "app/find/find_field.h"
#include "app/session/picks.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/icons.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace epochscope::app {
namespace {

/// In milliseconds.
constexpr int typing_pause = 120;
constexpr int resting_pause = 600;

QToolButton* add_button(QWidget& bar, const QString& text, const QString& tip) {
    auto* button = new QToolButton(&bar);
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace

FindBar::FindBar(Session& session, SampleFilter& filter, QWidget* parent)
    : QWidget(parent),
      session_(session),
      filter_(filter),
      sign_(new QLabel(this)),
      field_(new FindField(this)),
      completer_(new ConditionCompleter(session, *field_)),
      count_(new QLabel(this)),
      before_(add_button(*this, QStringLiteral("\u2191"), tr("Previous (Shift+Enter)"))),
      next_(add_button(*this, QStringLiteral("\u2193"), tr("Next (Enter)"))),
      pick_(new QPushButton(tr("Pick all"), this)),
      fault_(new ElidedLabel(this)) {
    lay_out();
    typing_.setSingleShot(true);
    typing_.setInterval(typing_pause);
    resting_.setSingleShot(true);
    resting_.setInterval(resting_pause);
    connect(&typing_, &QTimer::timeout, this, &FindBar::search);
    connect(&resting_, &QTimer::timeout, this, &FindBar::show_state);
    connect(field_, &FindField::edited, this, &FindBar::follow_field);
    connect(field_, &FindField::walked, this, &FindBar::walk);
    connect(field_, &FindField::left, this, &FindBar::leave);
    connect(field_, &FindField::completion_wanted, completer_,
            [this] { completer_->follow(true); });
    connect(before_, &QToolButton::clicked, this, [this] { walk(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { walk(1); });
    connect(pick_, &QPushButton::clicked, this, &FindBar::pick_all);
    connect(&filter, &SampleFilter::changed, this, &FindBar::follow_filter);
    connect(&session, &Session::dataset_changed, this, [this] {
        typing_.stop();
        field_->clear();
        hide();
    });
    hide();
    show_state();
}

void FindBar::lay_out() {
    field_->setAccessibleName(tr("Find samples"));
    field_->setPlaceholderText(tr("Words, an index, or a condition: label = 'cat' AND flips > 3"));
    field_->setToolTip(
        tr("Words highlight the samples that have them, a condition shows only its samples; "
           "Ctrl+Space suggests what fits here"));
    count_->setAccessibleName(tr("How many samples are found"));
    pick_->setToolTip(tr("Pick all samples that are found"));
    auto* close = add_button(*this, QStringLiteral("\u00d7"), tr("Clear and close (Esc)"));
    connect(close, &QToolButton::clicked, this, &FindBar::leave);
    colour_sign();
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(sign_);
    row->addWidget(field_, 1);
    row->addWidget(count_);
    row->addWidget(before_);
    row->addWidget(next_);
    row->addWidget(pick_);
    row->addWidget(close);
    fault_->setAccessibleName(tr("What is wrong with the condition"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 6, 4);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(fault_);
    fault_->hide();
}

void FindBar::colour_sign() {
    sign_->setPixmap(icon("find").pixmap(QSize(16, 16), devicePixelRatioF()));
}

void FindBar::open() {
    if (!session_.dataset()) return;
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void FindBar::leave() {
    typing_.stop();
    steps_ = 0;
    completer_->close();
    field_->clear();
    filter_.set_text({});
    hide();
    emit left();
}

bool FindBar::is_settled() const { return !typing_.isActive() && filter_.is_settled(); }

void FindBar::follow_field() {
    field_->mark(std::nullopt);
    steps_ = 0;
    typing_.start();
    resting_.start();
    completer_->follow();
}

void FindBar::search() {
    typing_.stop();
    filter_.set_text(field_->text());
}

void FindBar::follow_filter() {
    if (filter_.text() != field_->text() && !typing_.isActive()) {
        field_->setText(filter_.text());
        if (!filter_.text().isEmpty()) show();
    }
    if (!filter_.is_settled()) resting_.start();
    show_state();
    if (!is_settled()) return;
    // A finished condition needs no offers.
    if (filter_.is_condition() && filter_.fault().isEmpty() && filter_.text() == field_->text())
        completer_->close();
    go_on();
}

void FindBar::show_state() {
    const bool asks = !filter_.text().trimmed().isEmpty();
    const bool found = asks && filter_.is_settled() && !filter_.matches().empty();
    for (QWidget* button : {static_cast<QWidget*>(before_), static_cast<QWidget*>(next_),
                            static_cast<QWidget*>(pick_)})
        button->setEnabled(found);
    show_fault();
    if (!asks || !session_.dataset()) return count_->clear();
    if (!filter_.is_settled()) {
        // What was found before stays until a search takes its time.
        if (!resting_.isActive()) count_->setText(tr("Searching…"));
        return;
    }
    if (!filter_.fault().isEmpty() && filter_.matches().empty()) return count_->clear();
    count_->setText(tr("%1 of %2")
                        .arg(number_words(filter_.matches().size()),
                             number_words(session_.dataset()->series.sample_count())));
}

/// The place is marked at once, but the words wait: while one types, most conditions are
/// unfinished.
void FindBar::show_fault() {
    const bool is_current = filter_.text() == field_->text();
    const bool is_wrong = is_current && !filter_.fault().isEmpty();
    field_->mark(is_wrong ? filter_.fault_at() : std::nullopt);
    if (is_wrong && resting_.isActive()) return;
    fault_->setVisible(is_wrong);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, bad_colour(colours));
    fault_->setPalette(colours);
    fault_->set_words(is_wrong ? filter_.fault() : QString());
}

void FindBar::walk(int step) {
    completer_->close();
    steps_ += step;
    if (typing_.isActive()) search();
    // A fault is told at once when the text is meant to be finished.
    resting_.stop();
    show_state();
    if (is_settled()) go_on();
}

void FindBar::go_on() {
    const int steps = std::exchange(steps_, 0);
    const auto& matches = filter_.matches();
    if (steps == 0 || matches.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(matches.size());
    std::ptrdiff_t at = steps > 0 ? -1 : 0;
    // From the selected one, if it is one of them.
    if (const auto& selection = session_.view().selection; !selection.empty()) {
        const auto found = std::ranges::find(matches, selection.back());
        if (found != matches.end()) at = std::distance(matches.begin(), found);
    }
    at = ((at + steps) % count + count) % count;
    const std::size_t sample = matches[static_cast<std::size_t>(at)];
    session_.select(sample);
    emit reached(sample);
}

void FindBar::pick_all() {
    if (!session_.dataset() || filter_.matches().empty()) return;
    const EpochSeries& series = session_.dataset()->series;
    const ShownSamples found = shown_of(series, session_.view(), filter_.matches());
    const auto samples = std::make_shared<const PickedSamples>(series.sample_count(), found.shown);
    session_.pick(combined(session_.picked(), samples, session_.pick_mode()));
    emit message(picked_words(session_.picked_count(), found.hidden_count));
}

void FindBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

/// A fault that is told makes the bar higher: the list must not cover it.
void FindBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    completer_->keep_below();
}

void FindBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        colour_sign();
        show_fault();
    }
    QWidget::changeEvent(event);
}

}  // namespace epochscope::app
