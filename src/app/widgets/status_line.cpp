#include "app/widgets/status_line.h"

#include "app/widgets/icons.h"
#include "app/widgets/number_words.h"
#include "app/widgets/progress_strip.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace epochscope::app {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent),
      hovered_(new QLabel(this)),
      picked_(new QToolButton(this)),
      alerts_(new QToolButton(this)),
      summary_(new QLabel(this)),
      badge_(new QToolButton(this)),
      opening_(new ProgressStrip(this)),
      fetching_(new ProgressStrip(this)),
      measuring_(new ProgressStrip(this)),
      reporting_(new ProgressStrip(this)) {
    hovered_->setMinimumWidth(1);
    hovered_->setAccessibleName(tr("Under the pointer"));
    picked_->setAutoRaise(true);
    picked_->setToolTip(tr("Show the picked samples in a table (Ctrl+3); Esc unpicks them"));
    picked_->hide();
    summary_->setContentsMargins(0, 0, 8, 0);
    summary_->setAccessibleName(tr("Open dataset"));
    badge_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    badge_->setIcon(icon("warning"));
    badge_->setAutoRaise(true);
    badge_->setToolTip(tr("Problems with the folder"));
    badge_->hide();
    addWidget(hovered_, 1);
    addWidget(opening_);
    addWidget(fetching_);
    addWidget(measuring_);
    addWidget(reporting_);
    alerts_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    alerts_->setIcon(icon("alert"));
    alerts_->setAutoRaise(true);
    alerts_->hide();
    addPermanentWidget(alerts_);
    addPermanentWidget(badge_);
    addPermanentWidget(picked_);
    addPermanentWidget(summary_);
    opening_->hide();
    fetching_->hide();
    measuring_->hide();
    reporting_->hide();
    connect(picked_, &QToolButton::clicked, this, &StatusLine::picked_requested);
    connect(alerts_, &QToolButton::clicked, this, &StatusLine::alerts_requested);
    connect(badge_, &QToolButton::clicked, this, &StatusLine::show_warnings);
}

void StatusLine::set_hovered(const QString& words) { hovered_->setText(words); }

void StatusLine::set_summary(const QString& words) { summary_->setText(words); }

void StatusLine::set_picked(std::size_t count) {
    picked_->setVisible(count > 0);
    picked_->setText(tr("Picked: %1").arg(number_words(count)));
    picked_->setAccessibleName(picked_->text());
}

void StatusLine::set_alerts(const QStringList& alerts) {
    alerts_->setVisible(!alerts.isEmpty());
    const qsizetype count = alerts.size();
    alerts_->setText(count == 1
                         ? tr("1 alert")
                         : tr("%1 alerts").arg(number_words(static_cast<std::size_t>(count))));
    alerts_->setAccessibleName(alerts_->text());
    constexpr qsizetype most_told = 5;
    QStringList lines{tr("Click to go to the last one")};
    for (const QString& alert : alerts.last(std::min(count, most_told))) lines << alert;
    for (QString& line : lines) line = line.toHtmlEscaped();
    alerts_->setToolTip(QStringLiteral("<qt>%1</qt>").arg(lines.join(QStringLiteral("<br/>"))));
}

void StatusLine::set_warnings(const QStringList& warnings) {
    warnings_ = warnings;
    show_badge();
}

void StatusLine::add_warning(const QString& warning) {
    if (warnings_.contains(warning)) return;
    warnings_ << warning;
    show_badge();
}

void StatusLine::remove_warning(const QString& warning) {
    if (warnings_.removeOne(warning)) show_badge();
}

void StatusLine::show_badge() {
    badge_->setVisible(!warnings_.isEmpty());
    const qsizetype count = warnings_.size();
    badge_->setText(count == 1
                        ? tr("1 warning")
                        : tr("%1 warnings").arg(number_words(static_cast<std::size_t>(count))));
    badge_->setAccessibleName(badge_->text());
}

void StatusLine::show_warnings() {
    auto* dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Warnings"));
    dialog->resize(560, 320);
    auto* list = new QListWidget(dialog);
    list->setWordWrap(true);
    list->setSpacing(3);
    list->addItems(warnings_);
    list->setAccessibleName(tr("Warnings"));
    auto* buttons = new QDialogButtonBox(dialog);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->open();
}

}  // namespace epochscope::app
