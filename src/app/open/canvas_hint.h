#pragma once

#include <QFrame>

namespace epochscope::app {

/// A line at the bottom of a canvas about the first steps, which can be closed.
class CanvasHint : public QFrame {
    Q_OBJECT

  public:
    explicit CanvasHint(QWidget& canvas);

    /// Shows the hint as long as the canvas has room for it, or hides it.
    void set_wanted(bool wanted);

  signals:
    void dismissed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();

    QWidget& canvas_;
    bool is_wanted_ = false;
};

}  // namespace epochscope::app
