#include "app/open/canvas_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace epochscope::app {
namespace {

/// From the bottom of the canvas, above the numbers of an axis.
constexpr int distance = 28;
/// What the canvas has to be wider and higher than the hint.
constexpr QSize room_beside{16, 180};

}  // namespace

CanvasHint::CanvasHint(QWidget& canvas) : QFrame(&canvas), canvas_(canvas) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setCursor(Qt::ArrowCursor);
    auto* words = new QLabel(tr("Space plays · click a sample · X draws a box"), this);
    words->setForegroundRole(QPalette::Text);
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
    hide();
}

void CanvasHint::place() {
    adjustSize();
    const QSize needed = size() + room_beside;
    setVisible(is_wanted_ && needed.boundedTo(canvas_.size()) == needed);
    move(std::max(0, (canvas_.width() - width()) / 2), canvas_.height() - height() - distance);
    raise();
}

void CanvasHint::set_wanted(bool wanted) {
    is_wanted_ = wanted;
    place();
}

bool CanvasHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace epochscope::app
