#pragma once

#include <QWidget>

#include <memory>
#include <thread>

class QComboBox;
class QLabel;

namespace epochscope {
struct Dataset;
}

namespace epochscope::app {

class EpochField;
class Player;
class Session;
class Track;
struct PlaybackActions;

/// The bar below the canvas: play, step, rate, loop, direction, and the track that scrubs.
class Timeline : public QWidget {
    Q_OBJECT

  public:
    Timeline(Session& session, Player& player, const PlaybackActions& actions,
             QWidget* parent = nullptr);

    [[nodiscard]] Track& track() { return *track_; }

  private:
    void show_dataset();
    void show_playhead();
    void start_curve(std::shared_ptr<const Dataset> dataset);
    QWidget* make_buttons(const PlaybackActions& actions);
    QWidget* make_rate();

    Session& session_;
    Player& player_;
    Track* track_;
    QComboBox* rate_;
    EpochField* epoch_;
    QLabel* last_;
    // Last: it ends before the widgets that it tells.
    std::jthread curve_thread_;
};

}  // namespace epochscope::app
