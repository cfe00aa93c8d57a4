#pragma once

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
class Session;

/// Turns what the pointer does on a canvas into selection and camera: wheel and pinch zoom about
/// it, dragging pans, a click selects (with shift or ctrl: toggles), a double-click on emptiness
/// goes home, and hovering tells what is there.
class Pointer : public QObject {
    Q_OBJECT

  public:
    Pointer(Canvas& canvas, Session& session);

    /// The canvas's picture changed under the pointer, or that of a sample came: look again, once,
    /// when events are done.
    void picture_changed();
    /// Another series is shown: what was begun on the last one is off.
    void forget() { press_.reset(); }
    bool eventFilter(QObject* watched, QEvent* event) override;

  signals:
    void hovered(const QString& words);

  private:
    /// A button that is down: where it went down, and the camera then.
    struct Press {
        QPointF at;
        Camera camera;
        Qt::MouseButton button = Qt::LeftButton;
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
    void drag_to(QPointF at);
    void look();

    Canvas& canvas_;
    Session& session_;
    /// The canvas's child.
    HoverBubble* bubble_;
    std::optional<Press> press_;
    /// Where the pointer is, if it is over the canvas.
    std::optional<QPointF> at_;
    QString words_;
    QTimer look_again_;
};

}  // namespace epochscope::app
