#include "app/window/first_look.h"

#include "app/canvas/canvas.h"
#include "app/open/canvas_hint.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/window/settings.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>
#include <limits>

namespace epochscope::app {
namespace {

/// How long playing once takes, and at most for each step to the next epoch, in seconds.
constexpr double playing_time = 4;
constexpr double longest_step = 1;
/// Names of more classes would be in the way.
constexpr std::size_t most_named = 20;

/// Whether an event stops what plays by itself. Space and the buttons stop it on their own.
bool stops(const QObject& watched, const QEvent& event) {
    switch (event.type()) {
        case QEvent::MouseButtonPress:
            return watched.isWidgetType() &&
                   qobject_cast<const QAbstractButton*>(&watched) == nullptr;
        case QEvent::ShortcutOverride:
        case QEvent::KeyPress:
            return static_cast<const QKeyEvent&>(event).key() != Qt::Key_Space;
        default:
            return false;
    }
}

}  // namespace

FirstLook::FirstLook(Session& session, Player& player, Canvas& canvas, Settings& settings)
    : session_(session),
      player_(player),
      canvas_(canvas),
      settings_(settings),
      hint_(new CanvasHint(canvas)),
      names_(session.view().style.class_names) {
    connect(&session, &Session::style_changed, this, &FirstLook::follow_names);
    connect(&session, &Session::dataset_changed, this, &FirstLook::show_hint);
    connect(&session, &Session::epochs_changed, this, &FirstLook::show_hint);
    connect(&settings, &Settings::changed, this, &FirstLook::show_hint);
    connect(&player, &Player::changed, this, &FirstLook::watch_playing);
    connect(hint_, &CanvasHint::dismissed, &settings, [&settings] { settings.set_hints(false); });
    show_hint();
}

void FirstLook::show(bool is_new) {
    if (settings_.opens_at_first_epoch()) return;
    show_names();
    canvas_.fit_samples();
    const std::size_t epochs = session_.dataset()->series.epoch_count();
    if (is_new && settings_.play_when_opened() && epochs > 1) {
        player_.play_once(std::min(playing_time, longest_step * static_cast<double>(epochs - 1)));
    } else {
        session_.set_playhead(std::numeric_limits<double>::infinity());
    }
}

void FirstLook::show_names() {
    if (settings_.class_names_chosen()) return;
    const std::size_t classes = session_.dataset()->series.class_count();
    names_ = classes > 1 && classes <= most_named;
    Style style = session_.view().style;
    style.class_names = names_;
    session_.set_style(style);
}

/// What differs from what was shown at opening was chosen by the user.
void FirstLook::follow_names() {
    const bool shown = session_.view().style.class_names;
    if (shown == names_) return;
    names_ = shown;
    settings_.set_class_names_chosen(true);
}

void FirstLook::watch_playing() {
    const bool watch = player_.is_playing_once();
    if (watch == is_watching_) return;
    is_watching_ = watch;
    if (watch) {
        QCoreApplication::instance()->installEventFilter(this);
    } else {
        QCoreApplication::instance()->removeEventFilter(this);
    }
}

bool FirstLook::eventFilter(QObject* watched, QEvent* event) {
    if (stops(*watched, *event)) player_.pause();
    return QObject::eventFilter(watched, event);
}

void FirstLook::show_hint() {
    const auto& dataset = session_.dataset();
    hint_->set_wanted(settings_.hints() && dataset && dataset->series.epoch_count() > 1);
}

}  // namespace epochscope::app
