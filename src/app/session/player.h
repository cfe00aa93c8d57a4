#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace epochscope::app {

class Session;

/// Plays the session's epochs. The playhead follows the wall clock times the rate, so that a slow
/// machine drops frames and never slows down.
class Player : public QObject {
    Q_OBJECT

  public:
    explicit Player(Session& session, QObject* parent = nullptr);

    [[nodiscard]] bool is_playing() const { return timer_.isActive(); }
    /// Starting at the end starts over (from the other end when playing backwards).
    void play();
    void pause();
    void toggle();

    /// To the next (1), previous (-1), ... whole epoch held; pauses.
    void step(int epochs);

    /// Epochs a second, 0.25..8; 1 at first.
    [[nodiscard]] double rate() const { return rate_; }
    void set_rate(double rate);
    [[nodiscard]] bool loop() const { return loop_; }
    void set_loop(bool loop);
    [[nodiscard]] bool backwards() const { return backwards_; }
    void set_backwards(bool backwards);

    /// The playhead after `seconds` more of playing; sets `ended` where it stops there.
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
};

}  // namespace epochscope::app
