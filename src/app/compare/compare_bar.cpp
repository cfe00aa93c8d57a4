#include "app/compare/compare_bar.h"

#include "app/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace epochscope::app {
namespace {

/// That of the buttons of the other bar, so that the canvases are of one height.
constexpr int bar_height = 32;

}  // namespace

CompareBar::CompareBar(const QString& name, QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout(this)), words_(new ElidedLabel(this)) {
    words_->setAccessibleName(name);
    setFixedHeight(bar_height);
    row_->setContentsMargins(10, 2, 4, 2);
    row_->setSpacing(2);
    row_->addWidget(words_, 1);
}

void CompareBar::tell(const QString& words, const QStringList& more) {
    words_->set_words(words);
    words_->setAccessibleDescription(more.join('\n'));
    setToolTip((QStringList(words) + more).join('\n'));
    words_->setToolTip(toolTip());
}

void CompareBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace epochscope::app
