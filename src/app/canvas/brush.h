#pragma once

#include <epochscope/model/picked_samples.h>

#include <QPointF>
#include <QPolygonF>
#include <QWidget>

#include <memory>

namespace epochscope::app {

class Canvas;
class Session;

/// The outline of what the pointer goes round, over a canvas.
class BrushOutline : public QWidget {
    Q_OBJECT

  public:
    explicit BrushOutline(QWidget* canvas);

    /// Covers the canvas and shows the line; an empty one hides it.
    void show_line(const QPolygonF& line);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QPolygonF line_;
};

/// Picks the samples of a canvas in a box or a lasso while the pointer drags it: what lies in it is
/// picked at once, so that other views show it too.
class Brush {
  public:
    enum class Shape { box, lasso };

    Brush(Canvas& canvas, Session& session);

    /// With `add`, what was picked before stays so.
    void begin(Shape shape, QPointF at, bool add);
    void drag_to(QPointF at);
    /// What is picked stays so.
    void end();
    /// Puts back what was picked before.
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
    /// Where the pointer went: the corners of a box, or all of it.
    QPolygonF line_;
    std::shared_ptr<const PickedSamples> before_;
};

}  // namespace epochscope::app
