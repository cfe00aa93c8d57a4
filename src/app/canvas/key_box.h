#pragma once

#include "app/canvas/brush.h"

#include <QObject>
#include <QPointF>

#include <optional>

class QKeyEvent;

namespace epochscope::app {

class Canvas;
class Session;

/// Picks the samples of a canvas in a box by keys: arrows move a cross, Enter makes it a corner,
/// arrows move the opposite corner, Enter picks. Shift moves by single pixels. The canvas has these
/// keys only between begin() and the second Enter.
class KeyBox : public QObject {
    Q_OBJECT

  public:
    KeyBox(Canvas& canvas, Session& session);

    /// Focuses the canvas and shows the cross in its middle.
    void begin();
    /// Restores the picks before it; false if there is no box.
    bool cancel();
    /// Another series is shown.
    void forget();
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool act(const QKeyEvent& key);
    void move(QPointF by);
    void set_corner();

    Canvas& canvas_;
    Session& session_;
    Brush brush_;
    /// The cross, or the corner that moves.
    std::optional<QPointF> at_;
};

}  // namespace epochscope::app
