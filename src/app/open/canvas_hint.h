#pragma once

#include <QFrame>

namespace epochscope::app {

/// A line at the bottom of a canvas about the first steps, which can be closed.
class CanvasHint : public QFrame {
    Q_OBJECT

  public:
    explicit CanvasHint(QWidget& canvas);

  signals:
    void dismissed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void place();

    QWidget& canvas_;
};

}  // namespace epochscope::app
