#pragma once

#include "app/canvas/brush.h"

#include <QObject>
#include <QPointF>
#include <QPolygonF>

#include <optional>

class QKeyEvent;

namespace epochscope::app {

class Canvas;
class Session;

/// Picks the samples of a canvas in a box or a lasso by keys: arrows move a cross, Enter makes it a
/// corner, arrows move the next corner. In a box the second Enter picks; a lasso has corners until
/// Enter is pressed twice at one place, which closes it and picks. Shift moves by single pixels.
/// The canvas has these keys only between begin() and the last Enter.
class KeyBrush : public QObject {
    Q_OBJECT

  public:
    KeyBrush(Canvas& canvas, Session& session);

    /// Focuses the canvas and shows the cross in its middle.
    void begin(Brush::Shape shape);
    /// Restores the picks before it; false if nothing is drawn.
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
    Brush::Shape shape_ = Brush::Shape::box;
    /// Those that are set.
    QPolygonF corners_;
    /// The cross, or the corner that moves.
    std::optional<QPointF> at_;
};

}  // namespace epochscope::app
