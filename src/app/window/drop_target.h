#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace epochscope::app {

class Opener;
class Session;
class Welcome;

/// Opens what is dropped on a window; the drop area lights up while something is dragged over it.
/// Of a folder that is dropped on another one, a menu asks whether it is opened or compared.
class DropTarget : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it.
    DropTarget(QWidget& window, const Session& session, Welcome& welcome, Opener& opener);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void take(const QDropEvent& drop);

    QWidget& window_;
    const Session& session_;
    Welcome& welcome_;
    Opener& opener_;
};

}  // namespace epochscope::app
