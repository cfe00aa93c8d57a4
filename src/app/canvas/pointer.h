#pragma once

#include "app/canvas/brush.h"

#include <epochscope/render/camera.h>

#include <QObject>
#include <QPointF>
#include <QTimer>

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

/// Turns what the pointer does on a canvas into selection, picks and camera: wheel and pinch zoom
/// about it; dragging pans, or picks by a box or a lasso (with shift or alt, or as the session's
/// tool is; with ctrl too what was picked stays); a click selects (with shift or ctrl: toggles), on
/// emptiness it clears, and looks at the place there; a double-click there goes home; and hovering
/// tells what is there.
class Pointer : public QObject {
    Q_OBJECT

  public:
    Pointer(Canvas& canvas, CanvasModel& model);

    /// The canvas's picture changed under the pointer, or that of a sample came: look again, once,
    /// when events are done.
    void picture_changed();
    /// Another series is shown: what was begun on the last one is off.
    void forget();
    /// Of a box or lasso: see Canvas.
    bool cancel_drag();
    bool eventFilter(QObject* watched, QEvent* event) override;

  signals:
    void hovered(const QString& words);

  private:
    /// A button that is down: where it went down, and the camera then.
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
    /// What dragging does that began with a button and keys.
    [[nodiscard]] std::optional<Brush::Shape> shape_of(const Press& press) const;
    void look();

    Canvas& canvas_;
    CanvasModel& model_;
    Session& session_;
    Brush brush_;
    /// The canvas's child.
    HoverBubble* bubble_;
    std::optional<Press> press_;
    /// Where the pointer is, if it is over the canvas.
    std::optional<QPointF> at_;
    QString words_;
    QTimer look_again_;
};

}  // namespace epochscope::app
