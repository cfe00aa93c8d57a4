#pragma once

#include "app/session/picks.h"

#include <epochscope/render/pick_region.h>

#include <QPointF>
#include <QPolygonF>
#include <QWidget>

namespace epochscope::app {

class Canvas;
class Session;

/// The outline of the box or lasso, over a canvas.
class BrushOutline : public QWidget {
    Q_OBJECT

  public:
    explicit BrushOutline(QWidget* canvas);

    /// Covers the canvas and shows the line; hides for an empty one.
    void show_line(const QPolygonF& line);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QPolygonF line_;
};

/// Picks the samples of a canvas in a box or lasso while it is dragged. Picks change during the
/// drag, so that other views follow.
class Brush {
  public:
    enum class Shape { box, lasso };

    Brush(Canvas& canvas, Session& session);

    void begin(Shape shape, QPointF at, PickMode mode);
    void drag_to(QPointF at);
    /// Replaces the path: for a box two corners.
    void draw(const QPolygonF& line);
    /// Ends the drag; the picks stay. Tells (see Canvas::told) how many samples are picked.
    void end();
    /// Ends the drag and restores the picks before it.
    void cancel();
    /// Ends the drag where another series is shown.
    void forget();
    [[nodiscard]] bool is_active() const { return !line_.empty(); }

    /// Shows a cross where a box may begin.
    void mark(QPointF at);

  private:
    void pick();
    [[nodiscard]] Region region() const;

    Canvas& canvas_;
    Session& session_;
    /// The canvas's child.
    BrushOutline* outline_;
    Shape shape_ = Shape::box;
    PickMode mode_ = PickMode::replace;
    /// The path of the pointer; for a box two corners.
    QPolygonF line_;
    Picks before_;
};

}  // namespace epochscope::app
