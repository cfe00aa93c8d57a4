#pragma once

#include "app/canvas/brush.h"

#include <epochscope/render/camera.h>

#include <QObject>
#include <QPointF>
#include <QTimer>

#include <cstddef>
#include <optional>

class QGestureEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace epochscope::app {

class Canvas;
class HoverBubble;
class CanvasModel;
class Session;

/// Turns pointer input on a canvas into selection, picks and camera. Wheel and pinch zoom about the
/// pointer. A drag pans, or picks by a box (Shift) or a lasso (Ctrl). If the session's tool is one
/// of these, it picks by that, adds to the picks (Ctrl) or subtracts from them (Shift). A click
/// selects a sample (Shift or Ctrl: toggles it); beside samples it clears the selection and
/// inspects the point, and a double click shows the whole frame. Hovering describes the sample.
class Pointer : public QObject {
    Q_OBJECT

  public:
    Pointer(Canvas& canvas, CanvasModel& model);

    /// The picture under the pointer has changed, or a thumbnail is ready: looks again after
    /// pending events.
    void picture_changed();
    /// Another series is shown: ends clicks and drags.
    void forget();
    /// See Canvas.
    bool cancel_drag();
    bool eventFilter(QObject* watched, QEvent* event) override;

  signals:
    void hovered(const QString& words);
    /// See Canvas.
    void pointed_at(std::optional<std::size_t> sample);

  private:
    /// A pressed button: where it was pressed, and the camera then.
    struct Press {
        QPointF at;
        Camera camera;
        Qt::MouseButton button = Qt::LeftButton;
        Qt::KeyboardModifiers modifiers = {};
        bool dragging = false;
    };

    bool pressed(const QMouseEvent& event);
    bool moved(const QMouseEvent& event);
    bool released(const QMouseEvent& event);
    bool double_clicked(const QMouseEvent& event);
    bool wheeled(const QWheelEvent& event);
    bool pinched(const QNativeGestureEvent& event);
    bool pinched(QGestureEvent& event);
    void left();
    void click(QPointF at, Qt::KeyboardModifiers modifiers);
    void zoom(QPointF at, double factor);
    void begin_drag();
    void drag_to(QPointF at);
    /// The brush of a drag; nothing: it pans.
    [[nodiscard]] std::optional<Brush::Shape> shape_of(const Press& press) const;
    [[nodiscard]] PickMode mode_of(const Press& press) const;
    void look();

    Canvas& canvas_;
    CanvasModel& model_;
    Session& session_;
    Brush brush_;
    /// The canvas's child.
    HoverBubble* bubble_;
    std::optional<Press> press_;
    /// The pointer, while it is over the canvas.
    std::optional<QPointF> at_;
    QString words_;
    std::optional<std::size_t> sample_;
    QTimer look_again_;
};

}  // namespace epochscope::app
