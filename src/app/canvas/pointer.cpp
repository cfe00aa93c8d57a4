#include "app/canvas/pointer.h"

#include "app/canvas/canvas.h"
#include "app/canvas/canvas_model.h"
#include "app/canvas/hover.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace epochscope::app {
namespace {

/// A click may move so far, in logical pixels.
constexpr double click_slip = 4;
/// A notch of the wheel is 120 units; four of them double.
constexpr double wheel_units_to_double = 480;

}  // namespace

Pointer::Pointer(Canvas& canvas, CanvasModel& model)
    : canvas_(canvas),
      model_(model),
      session_(model.session()),
      brush_(canvas, session_),
      bubble_(new HoverBubble(&canvas)) {
    canvas.setMouseTracking(true);
    canvas.grabGesture(Qt::PinchGesture);
    canvas.installEventFilter(this);
    look_again_.setSingleShot(true);
    connect(&look_again_, &QTimer::timeout, this, &Pointer::look);
    connect(&session_.thumbnails(), &ThumbnailCache::ready, this, &Pointer::picture_changed);
}

void Pointer::picture_changed() {
    if (at_ && !look_again_.isActive()) look_again_.start(0);
}

bool Pointer::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
            return pressed(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove:
            return moved(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonRelease:
            return released(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonDblClick:
            return double_clicked(*static_cast<QMouseEvent*>(event));
        case QEvent::Wheel:
            return wheeled(*static_cast<QWheelEvent*>(event));
        case QEvent::NativeGesture:
            return pinched(*static_cast<QNativeGestureEvent*>(event));
        case QEvent::Gesture:
            return pinched(*static_cast<QGestureEvent*>(event));
        case QEvent::Leave:
            left();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

bool Pointer::pressed(const QMouseEvent& event) {
    if (press_) return true;
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton) return false;
    press_ = Press{event.position(), model_.camera(), event.button(), event.modifiers()};
    return true;
}

bool Pointer::moved(const QMouseEvent& event) {
    at_ = event.position();
    if (press_) {
        drag_to(event.position());
    } else {
        look();
    }
    return true;
}

void Pointer::drag_to(QPointF at) {
    const QPointF way = at - press_->at;
    if (!press_->dragging && std::hypot(way.x(), way.y()) <= click_slip) return;
    const auto dataset = model_.dataset();
    if (!dataset) return;
    if (!press_->dragging) begin_drag();
    if (brush_.is_active()) return brush_.drag_to(at);
    // From the press, so that the grabbed point stays under the pointer.
    const double scale = canvas_.devicePixelRatioF();
    model_.set_camera(panned(press_->camera, dataset->series.frame(), canvas_.pixel_size(),
                             static_cast<float>(way.x() * scale),
                             static_cast<float>(way.y() * scale)));
}

std::optional<Brush::Shape> Pointer::shape_of(const Press& press) const {
    if (press.button != Qt::LeftButton) return std::nullopt;
    switch (session_.drag_tool()) {
        case DragTool::box:
            return Brush::Shape::box;
        case DragTool::lasso:
            return Brush::Shape::lasso;
        case DragTool::pan:
            break;
    }
    if (press.modifiers.testFlag(Qt::ShiftModifier)) return Brush::Shape::box;
    if (press.modifiers.testFlag(Qt::ControlModifier)) return Brush::Shape::lasso;
    return std::nullopt;
}

PickMode Pointer::mode_of(const Press& press) const {
    const bool shift = press.modifiers.testFlag(Qt::ShiftModifier);
    const bool control = press.modifiers.testFlag(Qt::ControlModifier);
    const bool has_tool = session_.drag_tool() != DragTool::pan;
    if (control && (has_tool || shift)) return PickMode::add;
    return shift && has_tool ? PickMode::subtract : session_.pick_mode();
}

void Pointer::begin_drag() {
    press_->dragging = true;
    bubble_->tell({}, press_->at);
    const auto shape = shape_of(*press_);
    canvas_.setCursor(shape ? Qt::CrossCursor : Qt::ClosedHandCursor);
    if (shape) brush_.begin(*shape, press_->at, mode_of(*press_));
}

bool Pointer::cancel_drag() {
    if (!brush_.is_active()) return false;
    brush_.cancel();
    press_.reset();
    look();
    return true;
}

void Pointer::forget() {
    press_.reset();
    brush_.forget();
}

bool Pointer::released(const QMouseEvent& event) {
    if (!press_ || event.button() != press_->button) return press_.has_value();
    const Press press = *press_;
    press_.reset();
    brush_.end();
    if (!press.dragging && press.button == Qt::LeftButton) click(press.at, event.modifiers());
    look();
    return true;
}

bool Pointer::double_clicked(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || canvas_.sample_at(event.position()))
        return pressed(event);
    canvas_.go_home();
    // Undo the first click of the double click.
    session_.look_at(std::nullopt);
    return true;
}

void Pointer::click(QPointF at, Qt::KeyboardModifiers modifiers) {
    const bool add = (modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) != 0;
    if (const auto sample = canvas_.sample_at(at)) {
        if (add) {
            session_.toggle(*sample);
        } else {
            session_.select(*sample);
        }
    } else if (!add) {
        session_.clear_selection();
        session_.pick(nullptr);
        session_.look_at(canvas_.place_at(at));
    }
}

bool Pointer::wheeled(const QWheelEvent& event) {
    zoom(event.position(), std::exp2(event.angleDelta().y() / wheel_units_to_double));
    return true;
}

bool Pointer::pinched(const QNativeGestureEvent& event) {
    if (event.gestureType() != Qt::ZoomNativeGesture) return false;
    zoom(event.position(), std::exp2(event.value()));
    return true;
}

bool Pointer::pinched(QGestureEvent& event) {
    const auto* pinch = static_cast<QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (pinch == nullptr) return false;
    zoom(canvas_.mapFromGlobal(pinch->centerPoint()), pinch->scaleFactor());
    event.accept(Qt::PinchGesture);
    return true;
}

void Pointer::zoom(QPointF at, double factor) {
    const auto dataset = model_.dataset();
    // Not while a box or lasso is dragged.
    if (!dataset || brush_.is_active() || !std::isfinite(factor) || factor <= 0) return;
    const double scale = canvas_.devicePixelRatioF();
    const Pixel pixel{static_cast<float>(at.x() * scale), static_cast<float>(at.y() * scale)};
    model_.set_camera(
        zoomed(model_.camera(), dataset->series.frame(), canvas_.pixel_size(), pixel, factor));
    // A drag that goes on starts from here.
    if (press_) {
        press_->at = at;
        press_->camera = model_.camera();
    }
}

void Pointer::left() {
    at_.reset();
    look();
}

void Pointer::look() {
    if (press_ && press_->dragging) return;
    const auto sample = at_ ? canvas_.sample_at(*at_) : std::nullopt;
    const QString words = sample ? model_.words(*sample, canvas_.playhead_seen()) : QString();
    const auto picture = sample ? session_.thumbnails().picture(*sample) : std::nullopt;
    bubble_->tell(words, at_.value_or(QPointF()), picture);
    const bool picks = session_.drag_tool() != DragTool::pan;
    canvas_.setCursor(sample ? Qt::PointingHandCursor : picks ? Qt::CrossCursor : Qt::ArrowCursor);
    if (sample != sample_) {
        sample_ = sample;
        emit pointed_at(sample_);
    }
    if (words == words_) return;
    words_ = words;
    emit hovered(words_);
}

}  // namespace epochscope::app
