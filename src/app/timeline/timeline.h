#pragma once

#include "app/tasks/query.h"
#include "app/timeline/track.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace epochscope {
struct Dataset;
}

namespace epochscope::app {

class EpochField;
class EventWatcher;
class Player;
class Session;
struct PlaybackActions;

/// The bar below the canvas: playback buttons, rate, and the track.
class Timeline : public QWidget {
    Q_OBJECT

  public:
    Timeline(Session& session, Player& player, EventWatcher& events, const PlaybackActions& actions,
             QWidget* parent = nullptr);

    [[nodiscard]] Track& track() { return *track_; }
    void save_picture_to(const QString& file);

  signals:
    void message(const QString& words);

  private:
    void ask_where();
    void show_dataset();
    void show_playhead();
    void show_trust();
    void show_events();
    QWidget* make_buttons(const PlaybackActions& actions);
    QWidget* make_rate();

    Session& session_;
    Player& player_;
    EventWatcher& events_;
    Track* track_;
    QComboBox* rate_;
    EpochField* epoch_;
    QLabel* last_;
    // Last: its thread ends before what it uses.
    Query<std::shared_ptr<const Dataset>, Curve> curve_;
};

}  // namespace epochscope::app
