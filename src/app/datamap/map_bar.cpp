#include "app/datamap/map_bar.h"

#include "app/datamap/map_maker.h"
#include "app/datamap/signal_words.h"
#include "app/messages/message_words.h"
#include "app/widgets/progress_strip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <string>

namespace epochscope::app {
namespace {

/// The letters of a signal's name that are always shown.
constexpr int min_choice = 7;
/// In logical pixels.
constexpr int max_choice_width = 170;

Signal chosen(const QComboBox& box) { return static_cast<Signal>(box.currentIndex()); }

void show_chosen(QComboBox& box, Signal signal) {
    const QSignalBlocker blocked(box);
    box.setCurrentIndex(static_cast<int>(signal));
    box.setToolTip(signal_words(signal));
}

bool has_values(const SignalTable& table, Signal signal) {
    const auto column = table[signal];
    return std::any_of(column.begin(), column.end(), [](double v) { return std::isfinite(v); });
}

}  // namespace

MapBar::MapBar(MapMaker& maker, QWidget* parent)
    : QWidget(parent),
      maker_(maker),
      vertical_(add_choice(tr("Vertical axis"))),
      horizontal_(add_choice(tr("Horizontal axis"))),
      note_(new QLabel(this)),
      progress_(new ProgressStrip(this)) {
    note_->setAccessibleName(tr("Notes on the data map"));
    lay_out();
    connect(vertical_, &QComboBox::activated, this, &MapBar::choose);
    connect(horizontal_, &QComboBox::activated, this, &MapBar::choose);
    connect(progress_, &ProgressStrip::cancelled, &maker, &MapMaker::cancel);
    connect(&maker, &MapMaker::progressed, progress_, &ProgressStrip::set_fraction);
    connect(&maker, &MapMaker::changed, this, &MapBar::follow);
    follow();
}

QComboBox* MapBar::add_choice(const QString& name) {
    auto* box = new QComboBox(this);
    box->setAccessibleName(tr("%1 of the data map").arg(name));
    // Names are long, and a window may be narrow.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(min_choice);
    for (std::size_t i = 0; i < signal_count; ++i) {
        const auto signal = static_cast<Signal>(i);
        box->addItem(signal_name(signal));
        box->setItemData(box->count() - 1, signal_words(signal), Qt::ToolTipRole);
    }
    return box;
}

void MapBar::lay_out() {
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the data map"));
    close->setToolTip(tr("Close the data map (M)"));
    connect(close, &QToolButton::clicked, this, &MapBar::close_requested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(6);
    const auto add = [&](const QString& words, QComboBox* box) {
        auto* label = new QLabel(words, this);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box, 1);
        box->setMaximumWidth(max_choice_width);
    };
    add(tr("Vertical:"), vertical_);
    add(tr("Horizontal:"), horizontal_);
    row->addSpacing(6);
    row->addWidget(note_);
    row->addStretch(1);
    row->addWidget(progress_);
    row->addWidget(close);
}

void MapBar::choose() { maker_.set_axes({chosen(*horizontal_), chosen(*vertical_)}); }

void MapBar::follow() {
    show_chosen(*vertical_, maker_.axes().vertical);
    show_chosen(*horizontal_, maker_.axes().horizontal);
    enable_signals();
    maker_.is_working() ? progress_->start(tr("Data map")) : progress_->stop();
    const bool has_problem = !maker_.problem().isEmpty();
    const bool is_estimated = !has_problem && maker_.mapped() && maker_.mapped()->estimated;
    note_->setText(has_problem ? tr("No map") : is_estimated ? tr("Estimated") : QString());
    note_->setToolTip(has_problem ? maker_.problem() : is_estimated ? estimate_words() : QString());
    note_->setAccessibleDescription(note_->toolTip());
}

QString MapBar::estimate_words() const {
    QStringList words{
        tr("Where the prediction is wrong, the rest of the confidence is split evenly "
           "among the other classes.")};
    for (const std::string& warning : maker_.mapped()->warnings) words << message_words(warning);
    return words.join('\n');
}

/// Signals without any value cannot be chosen.
void MapBar::enable_signals() {
    for (QComboBox* box : {vertical_, horizontal_}) {
        const auto* items = qobject_cast<QStandardItemModel*>(box->model());
        for (int i = 0; i < box->count(); ++i)
            items->item(i)->setEnabled(!maker_.mapped() ||
                                       has_values(*maker_.mapped()->table, static_cast<Signal>(i)));
    }
}

void MapBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace epochscope::app
