#pragma once

#include <epochscope/model/picked_samples.h>

#include <QPointF>
#include <QPolygonF>
#include <QWidget>

#include <memory>

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

/// Picks the samples of a canvas in a box or lasso while the pointer drags it. Picks change during
/// the drag, so that other views follow.
class Brush {
  public:
    enum class Shape { box, lasso };

    Brush(Canvas& canvas, Session& session);

    /// `add`: adds to the picked samples.
    void begin(Shape shape, QPointF at, bool add);
    void drag_to(QPointF at);
    /// Ends the drag; the picks stay.
    void end();
    /// Ends the drag and restores the picks before it.
    void cancel();
    [[nodiscard]] bool is_active() const { return !line_.empty(); }

  private:
    void pick();

    Canvas& canvas_;
    Session& session_;
    /// The canvas's child.
    BrushOutline* outline_;
    Shape shape_ = Shape::box;
    bool add_ = false;
    /// The path of the pointer; for a box two corners.
    QPolygonF line_;
    std::shared_ptr<const PickedSamples> before_;
};

}  // namespace epochscope::app
