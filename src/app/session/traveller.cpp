#include "app/session/traveller.h"

#include "app/session/history.h"
#include "app/session/player.h"
#include "app/session/session.h"

#include <epochscope/render/travel.h>

namespace epochscope::app {
namespace {

constexpr double travelling_ms = 400;

}  // namespace

Traveller::Traveller(Session& session, Player& player, History& history, QObject* parent)
    : QObject(parent), session_(session), player_(player), history_(history) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(16);
    connect(&timer_, &QTimer::timeout, this, &Traveller::tick);
    const auto give_way = [this] {
        if (!is_moving_) stop();
    };
    connect(&session, &Session::camera_changed, this, give_way);
    connect(&session, &Session::playhead_changed, this, give_way);
    connect(&session, &Session::dataset_changed, this, give_way);
    connect(&history, &History::changed, this, give_way);
}

void Traveller::go(const SavedView& target, const QString& words) {
    stop();
    if (!session_.dataset()) return;
    player_.pause();
    from_ = session_.view();
    history_.begin(words);
    SavedView first = target;
    first.view.camera = from_.camera;
    first.view.playhead = from_.playhead;
    is_moving_ = true;
    history_.show(first);
    is_moving_ = false;
    to_ = target.view;
    clock_.start();
    timer_.start();
}

void Traveller::tick() {
    const double t = static_cast<double>(clock_.elapsed()) / travelling_ms;
    move_to(travelled(from_, to_, t < 1 ? eased(t) : 1));
    if (t >= 1) stop();
}

void Traveller::move_to(const ViewState& view) {
    is_moving_ = true;
    session_.set_camera(view.camera);
    session_.set_playhead(view.playhead);
    is_moving_ = false;
}

void Traveller::stop() {
    if (!timer_.isActive()) return;
    timer_.stop();
    history_.end();
}

}  // namespace epochscope::app
