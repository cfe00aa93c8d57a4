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
class RunFollower;
class Session;
struct PlaybackActions;
struct FoundHealth;

/// The bar below the canvas: playback buttons, rate, whether the run goes on, and the track.
class Timeline : public QWidget {
    Q_OBJECT

  public:
    Timeline(Session& session, Player& player, EventWatcher& events, const RunFollower& follower,
             const PlaybackActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] Track& track() { return *track_; }
    void save_picture_to(const QString& file);

  signals:
    void message(const QString& words);

  private:
    /// The curve of a dataset, of which the first values are known.
    struct CurveRequest {
        std::shared_ptr<const Dataset> dataset;
        Curve known;
    };

    static Curve curve_of(const CurveRequest& request, const std::stop_token& stop);
    void ask_where();
    void show_dataset();
    void show_epochs();
    void show_playhead();
    void show_trust();
    [[nodiscard]] EventTicks alert_ticks(const FoundHealth& health) const;
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
    Query<CurveRequest, Curve> curve_;
};

}  // namespace epochscope::app
