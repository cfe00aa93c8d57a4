#pragma once

#include <QObject>

class QWidget;

namespace epochscope::app {

class Opener;
class Welcome;

/// Opens what is dropped on a window; the drop area lights up while something is dragged over it.
class DropTarget : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it.
    DropTarget(QWidget& window, Welcome& welcome, Opener& opener);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    Welcome& welcome_;
    Opener& opener_;
};

}  // namespace epochscope::app
