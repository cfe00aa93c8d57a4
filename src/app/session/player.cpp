#include "app/session/player.h"

#include "app/session/session.h"

#include <algorithm>
#include <cmath>

namespace epochscope::app {

Player::Player(Session& session, QObject* parent) : QObject(parent), session_(session) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(16);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    connect(&session, &Session::dataset_changed, this, &Player::pause);
}

void Player::play() {
    const auto& dataset = session_.dataset();
    if (is_playing() || !dataset || dataset->series.epoch_count() < 2) return;
    const auto last = static_cast<double>(dataset->series.epoch_count() - 1);
    const double end = backwards_ ? 0 : last;
    if (session_.playhead() == end) session_.set_playhead(last - end);
    clock_.start();
    timer_.start();
    emit changed();
}

void Player::pause() {
    if (!is_playing()) return;
    timer_.stop();
    once_rate_.reset();
    emit changed();
}

void Player::toggle() { is_playing() ? pause() : play(); }

void Player::play_once(double seconds) {
    pause();
    const auto& dataset = session_.dataset();
    if (!dataset || dataset->series.epoch_count() < 2) return;
    once_rate_ = static_cast<double>(dataset->series.epoch_count() - 1) / seconds;
    session_.set_playhead(0);
    clock_.start();
    timer_.start();
    emit changed();
}

void Player::step(int epochs) {
    pause();
    const double playhead = session_.playhead();
    session_.set_playhead((epochs > 0 ? std::floor(playhead) : std::ceil(playhead)) + epochs);
}

void Player::set_rate(double rate) {
    rate = std::clamp(rate, 0.25, 8.0);
    if (rate == rate_) return;
    rate_ = rate;
    emit changed();
}

void Player::set_loop(bool loop) {
    if (loop == loop_) return;
    loop_ = loop;
    emit changed();
}

void Player::set_backwards(bool backwards) {
    if (backwards == backwards_) return;
    backwards_ = backwards;
    emit changed();
}

double Player::advanced(double playhead, double seconds, bool& ended) const {
    ended = false;
    const auto& dataset = session_.dataset();
    const double last = dataset ? static_cast<double>(dataset->series.epoch_count() - 1) : 0.0;
    // Backwards is forwards seen from the other end.
    const bool backwards = backwards_ && !once_rate_;
    const bool loop = loop_ && !once_rate_;
    const double way =
        (backwards ? last - playhead : playhead) + seconds * once_rate_.value_or(rate_);
    double reached = way;
    if (way >= last && !loop) {
        reached = last;
        ended = true;
    } else if (way > last) {
        reached = last > 0 ? std::fmod(way, last) : 0;
    }
    return backwards ? last - reached : reached;
}

void Player::tick() {
    const double seconds = static_cast<double>(clock_.nsecsElapsed()) * 1e-9;
    clock_.start();
    bool ended = false;
    const double playhead = advanced(session_.playhead(), seconds, ended);
    session_.set_playhead(playhead);
    if (ended) pause();
}

}  // namespace epochscope::app
