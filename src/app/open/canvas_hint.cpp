#include "app/open/canvas_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace epochscope::app {
namespace {

constexpr int distance = 40;

}  // namespace

CanvasHint::CanvasHint(QWidget& canvas) : QFrame(&canvas), canvas_(canvas) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setCursor(Qt::ArrowCursor);
    auto* words = new QLabel(tr("Space plays · click a sample · X draws a box"), this);
    words->setForegroundRole(QPalette::ToolTipText);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("Close this hint"));
    close->setToolTip(tr("Close this hint"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    row->addWidget(words);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &CanvasHint::dismissed);
    canvas.installEventFilter(this);
}

void CanvasHint::place() {
    adjustSize();
    move(std::max(0, (canvas_.width() - width()) / 2), canvas_.height() - height() - distance);
    raise();
}

void CanvasHint::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    place();
}

bool CanvasHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace epochscope::app
