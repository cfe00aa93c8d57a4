#include "app/canvas/key_brush.h"

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

KeyBrush::KeyBrush(Canvas& canvas, Session& session)
    : canvas_(canvas), session_(session), brush_(canvas, session) {
    canvas.installEventFilter(this);
}

void KeyBrush::begin(Brush::Shape shape) {
    cancel();
    shape_ = shape;
    canvas_.setFocus(Qt::ShortcutFocusReason);
    at_ = QRectF(canvas_.rect()).center();
    brush_.mark(*at_);
    emit canvas_.told(
        shape == Brush::Shape::box
            ? tr("Arrow keys move the corner (with Shift by a pixel), Enter sets it, Esc leaves")
            : tr("Arrow keys move the corner (with Shift by a pixel), Enter sets it, Enter again "
                 "closes the lasso, Esc leaves"));
}

bool KeyBrush::cancel() {
    if (!at_) return false;
    at_.reset();
    corners_.clear();
    brush_.cancel();
    return true;
}

void KeyBrush::forget() {
    at_.reset();
    corners_.clear();
    brush_.forget();
}

bool KeyBrush::eventFilter(QObject* watched, QEvent* event) {
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

bool KeyBrush::act(const QKeyEvent& key) {
    const QPointF direction = direction_of(key.key());
    if (!direction.isNull()) {
        move(direction * (key.modifiers().testFlag(Qt::ShiftModifier) ? 1 : stride));
        return true;
    }
    if (!is_enter(key.key())) return false;
    set_corner();
    return true;
}

void KeyBrush::move(QPointF by) {
    const QPointF to = *at_ + by;
    at_ = QPointF(std::clamp(to.x(), 0.0, static_cast<double>(canvas_.width())),
                  std::clamp(to.y(), 0.0, static_cast<double>(canvas_.height())));
    if (corners_.isEmpty()) return brush_.mark(*at_);
    QPolygonF line = corners_;
    line << *at_;
    brush_.draw(line);
}

void KeyBrush::set_corner() {
    if (corners_.isEmpty()) brush_.begin(shape_, *at_, session_.pick_mode());
    const bool closes =
        !corners_.isEmpty() && (shape_ == Brush::Shape::box || corners_.back() == *at_);
    if (!closes) return corners_.push_back(*at_);
    at_.reset();
    corners_.clear();
    brush_.end();
}

}  // namespace epochscope::app
