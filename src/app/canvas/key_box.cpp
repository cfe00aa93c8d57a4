#include "app/canvas/key_box.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"

#include <QKeyEvent>

#include <algorithm>

namespace epochscope::app {
namespace {

/// In logical pixels.
constexpr double stride = 16;

QPointF direction_of(int key) {
    switch (key) {
        case Qt::Key_Left:
            return {-1, 0};
        case Qt::Key_Right:
            return {1, 0};
        case Qt::Key_Up:
            return {0, -1};
        case Qt::Key_Down:
            return {0, 1};
        default:
            return {0, 0};
    }
}

bool is_enter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }

}  // namespace

KeyBox::KeyBox(Canvas& canvas, Session& session)
    : canvas_(canvas), session_(session), brush_(canvas, session) {
    canvas.installEventFilter(this);
}

void KeyBox::begin() {
    cancel();
    canvas_.setFocus(Qt::ShortcutFocusReason);
    at_ = QRectF(canvas_.rect()).center();
    brush_.mark(*at_);
    emit canvas_.told(
        tr("Arrow keys move the corner (with Shift by a pixel), Enter sets it, Esc leaves"));
}

bool KeyBox::cancel() {
    if (!at_) return false;
    at_.reset();
    brush_.cancel();
    return true;
}

void KeyBox::forget() {
    at_.reset();
    brush_.forget();
}

bool KeyBox::eventFilter(QObject* watched, QEvent* event) {
    if (!at_) return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::ShortcutOverride: {
            const auto& key = *static_cast<QKeyEvent*>(event);
            if (direction_of(key.key()).isNull() && !is_enter(key.key())) return false;
            event->accept();
            return true;
        }
        case QEvent::KeyPress:
            return act(*static_cast<QKeyEvent*>(event));
        case QEvent::FocusOut:
        case QEvent::MouseButtonPress:
            cancel();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

bool KeyBox::act(const QKeyEvent& key) {
    const QPointF direction = direction_of(key.key());
    if (!direction.isNull()) {
        move(direction * (key.modifiers().testFlag(Qt::ShiftModifier) ? 1 : stride));
        return true;
    }
    if (!is_enter(key.key())) return false;
    set_corner();
    return true;
}

void KeyBox::move(QPointF by) {
    const QPointF to = *at_ + by;
    at_ = QPointF(std::clamp(to.x(), 0.0, static_cast<double>(canvas_.width())),
                  std::clamp(to.y(), 0.0, static_cast<double>(canvas_.height())));
    brush_.is_active() ? brush_.drag_to(*at_) : brush_.mark(*at_);
}

void KeyBox::set_corner() {
    if (!brush_.is_active()) return brush_.begin(Brush::Shape::box, *at_, session_.pick_mode());
    at_.reset();
    brush_.end();
}

}  // namespace epochscope::app
