#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace epochscope::app {

class Session;

/// Plays the session's epochs. The playhead follows the clock times the rate: a slow machine drops
/// frames instead of slowing down.
class Player : public QObject {
    Q_OBJECT

  public:
    explicit Player(Session& session, QObject* parent = nullptr);

    [[nodiscard]] bool is_playing() const { return timer_.isActive(); }
    /// At the end it starts over, when playing backwards from the other end.
    void play();
    void pause();
    void toggle();
    /// Plays all epochs once from the first to the last, in so many seconds.
    void play_once(double seconds);
    [[nodiscard]] bool is_playing_once() const { return is_playing() && once_rate_; }

    /// Pauses and moves by so many whole epochs.
    void step(int epochs);

    /// In epochs a second, 0.25..8; 1 at first.
    [[nodiscard]] double rate() const { return rate_; }
    void set_rate(double rate);
    [[nodiscard]] bool loop() const { return loop_; }
    void set_loop(bool loop);
    [[nodiscard]] bool backwards() const { return backwards_; }
    void set_backwards(bool backwards);

    /// The playhead after `seconds` more; sets `ended` if playing stops there.
    [[nodiscard]] double advanced(double playhead, double seconds, bool& ended) const;

  signals:
    /// Playing, rate, loop or direction changed.
    void changed();

  private:
    void tick();

    Session& session_;
    QTimer timer_;
    QElapsedTimer clock_;
    double rate_ = 1;
    bool loop_ = false;
    bool backwards_ = false;
    /// Of play_once; without it, rate, loop and direction hold.
    std::optional<double> once_rate_;
};

}  // namespace epochscope::app
