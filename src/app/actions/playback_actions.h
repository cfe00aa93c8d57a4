#pragma once

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class Player;
class Session;

/// Playback, for the menu and the timeline's buttons.
struct PlaybackActions {
    QAction* play = nullptr;
    QAction* to_start = nullptr;
    QAction* step_back = nullptr;
    QAction* step_forward = nullptr;
    QAction* to_end = nullptr;
    QAction* loop = nullptr;
    QAction* backwards = nullptr;
};

PlaybackActions add_playback_actions(QWidget& window, QMenu& menu, Session& session,
                                     Player& player);

}  // namespace epochscope::app
