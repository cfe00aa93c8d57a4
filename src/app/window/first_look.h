#pragma once

#include <QObject>

namespace epochscope::app {

class Canvas;
class CanvasHint;
class Player;
class Session;
class Settings;

/// How a folder is shown when it has been opened: at its last epoch, fitted, with class names if it
/// has few classes. One that was never opened before plays once from the first epoch; a click or a
/// key stops it. A hint on the canvas names the first steps until it is closed.
class FirstLook : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it.
    FirstLook(Session& session, Player& player, Canvas& canvas, Settings& settings);

    /// The folder of the session was opened just now.
    void show(bool is_new);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void show_names();
    void follow_names();
    void watch_playing();
    void show_hint();

    Session& session_;
    Player& player_;
    Canvas& canvas_;
    Settings& settings_;
    /// The canvas's child.
    CanvasHint* hint_;
    /// Whether class names are shown, as far as this object knows.
    bool names_ = false;
    bool is_watching_ = false;
};

}  // namespace epochscope::app
