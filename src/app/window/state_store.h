#pragma once

#include <QObject>
#include <QTimer>

class QMainWindow;

namespace epochscope::app {

class DockLayout;
class Session;

/// Writes the view's style and the window's layout to the stored settings a moment after a change,
/// so that none is lost however the program ends.
class StateStore : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it.
    StateStore(QMainWindow& window, Session& session, DockLayout& layout);

    void store() const;

  private:
    Session& session_;
    DockLayout& layout_;
    QTimer soon_;
};

}  // namespace epochscope::app
