#pragma once

#include <epochscope/export/saved_view.h>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace epochscope::app {

class History;
class Player;
class Session;

/// Goes to a saved view: camera and playhead move there in 0.4 s, all else is there at once. It
/// ends where anything else moves them. The way is one step of the history.
class Traveller : public QObject {
    Q_OBJECT

  public:
    Traveller(Session& session, Player& player, History& history, QObject* parent = nullptr);

    /// `words` are those of the step.
    void go(const SavedView& target, const QString& words);
    [[nodiscard]] bool is_travelling() const { return timer_.isActive(); }

  private:
    void tick();
    void stop();
    void move_to(const ViewState& view);

    Session& session_;
    Player& player_;
    History& history_;
    QTimer timer_;
    QElapsedTimer clock_;
    ViewState from_;
    ViewState to_;
    /// Whether it is this that moves.
    bool is_moving_ = false;
};

}  // namespace epochscope::app
