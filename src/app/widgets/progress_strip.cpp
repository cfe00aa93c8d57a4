#include "app/widgets/progress_strip.h"

#include "app/widgets/time_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace epochscope::app {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent),
      what_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      left_(new QLabel(this)),
      delay_(new QTimer(this)) {
    auto* cancel = new QToolButton(this);
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Cancel; the open dataset stays"));
    cancel->setAccessibleName(tr("Cancel"));
    bar_->setFixedWidth(140);
    bar_->setRange(0, 1000);
    bar_->setTextVisible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(what_);
    layout->addWidget(bar_);
    layout->addWidget(left_);
    layout->addWidget(cancel);
    delay_->setSingleShot(true);
    delay_->setInterval(200);
    connect(delay_, &QTimer::timeout, this, &QWidget::show);
    connect(cancel, &QToolButton::clicked, this, &ProgressStrip::cancelled);
    hide();
}

void ProgressStrip::start(const QString& what) {
    what_->setText(what);
    bar_->setAccessibleName(what);
    bar_->setValue(0);
    left_->clear();
    clock_.start();
    estimate_ = {};
    if (!isVisible()) delay_->start();
}

void ProgressStrip::set_fraction(double fraction) {
    constexpr double milliseconds = 1000;
    bar_->setValue(static_cast<int>(fraction * 1000));
    const double elapsed = static_cast<double>(clock_.elapsed()) / milliseconds;
    if (const auto seconds = estimate_.at(elapsed, fraction))
        left_->setText(tr("about %1 left").arg(time_words(*seconds)));
}

void ProgressStrip::stop() {
    delay_->stop();
    hide();
}

}  // namespace epochscope::app
