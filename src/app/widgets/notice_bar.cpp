#include "app/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace epochscope::app {

NoticeBar::NoticeBar(const QString& name, const QString& button, const QString& tip,
                     QWidget* parent)
    : QWidget(parent), words_(new QLabel(this)) {
    words_->setAccessibleName(name);
    words_->setTextFormat(Qt::PlainText);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* accept = new QPushButton(button, this);
    accept->setToolTip(tip);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this line"));
    close->setToolTip(tr("Close this line"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(8);
    row->addWidget(words_, 1);
    row->addWidget(accept);
    row->addWidget(close);
    connect(accept, &QPushButton::clicked, this, &NoticeBar::accepted);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(const QString& words) {
    words_->setText(words);
    words_->setToolTip(words);
    show();
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace epochscope::app
