#include "app/actions/playback_actions.h"

#include "app/session/player.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <limits>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PlaybackActions)
};

QAction* add_step(QWidget& window, QMenu& menu, Player& player, const QString& text,
                  const QKeySequence& key, const QString& icon_name, int epochs) {
    QAction* action = add_action(window, menu, text, {key}, icon_name);
    QObject::connect(action, &QAction::triggered, &player,
                     [&player, epochs] { player.step(epochs); });
    return action;
}

void add_jumps(PlaybackActions& actions, QWidget& window, QMenu& menu, Session& session,
               Player& player) {
    const auto jump = [&](const QString& text, Qt::Key key, const QString& icon_name, double to) {
        QAction* action = add_action(window, menu, text, {QKeySequence(key)}, icon_name);
        QObject::connect(action, &QAction::triggered, &player, [&session, &player, to] {
            player.pause();
            session.set_playhead(to);
        });
        return action;
    };
    actions.to_start = jump(Words::tr("To the &first epoch"), Qt::Key_Home, "to_start", 0);
    actions.step_back = add_step(window, menu, player, Words::tr("&Previous epoch"),
                                 QKeySequence(Qt::Key_Left), "step_back", -1);
    actions.step_forward = add_step(window, menu, player, Words::tr("&Next epoch"),
                                    QKeySequence(Qt::Key_Right), "step_forward", 1);
    add_step(window, menu, player, Words::tr("Ten epochs back"), QKeySequence("Shift+Left"), {},
             -10);
    add_step(window, menu, player, Words::tr("Ten epochs forward"), QKeySequence("Shift+Right"), {},
             10);
    actions.to_end = jump(Words::tr("To the &last epoch"), Qt::Key_End, "to_end",
                          std::numeric_limits<double>::infinity());
}

void show_state(const PlaybackActions& actions, const Player& player) {
    actions.play->setText(player.is_playing() ? Words::tr("&Pause") : Words::tr("&Play"));
    actions.play->setIcon(icon(player.is_playing() ? "pause" : "play"));
    actions.play->setToolTip(text_with_key(*actions.play));
    actions.loop->setChecked(player.loop());
    actions.backwards->setChecked(player.backwards());
}

void enable(QMenu& menu, const Session& session) {
    const bool several = session.dataset() && session.dataset()->series.epoch_count() > 1;
    for (QAction* action : menu.actions()) action->setEnabled(several);
}

}  // namespace

PlaybackActions add_playback_actions(QWidget& window, QMenu& menu, Session& session,
                                     Player& player) {
    PlaybackActions actions;
    actions.play = add_action(window, menu, Words::tr("&Play"), {Qt::Key_Space}, "play");
    QObject::connect(actions.play, &QAction::triggered, &player, &Player::toggle);
    menu.addSeparator();
    add_jumps(actions, window, menu, session, player);
    menu.addSeparator();
    actions.loop = add_toggle(window, menu, Words::tr("L&oop"), {Qt::Key_L}, "loop");
    QObject::connect(actions.loop, &QAction::toggled, &player, &Player::set_loop);
    actions.backwards =
        add_toggle(window, menu, Words::tr("Play &backwards"), {Qt::Key_R}, "backwards");
    QObject::connect(actions.backwards, &QAction::toggled, &player, &Player::set_backwards);
    menu.addSeparator();
    QAction* faster = add_action(window, menu, Words::tr("Fa&ster"), {Qt::Key_BracketRight});
    QObject::connect(faster, &QAction::triggered, &player,
                     [&player] { player.set_rate(player.rate() * 2); });
    QAction* slower = add_action(window, menu, Words::tr("Slo&wer"), {Qt::Key_BracketLeft});
    QObject::connect(slower, &QAction::triggered, &player,
                     [&player] { player.set_rate(player.rate() / 2); });
    QObject::connect(&player, &Player::changed, &menu,
                     [actions, &player] { show_state(actions, player); });
    for (const auto changes : {&Session::dataset_changed, &Session::epochs_changed})
        QObject::connect(&session, changes, &menu, [&menu, &session] { enable(menu, session); });
    enable(menu, session);
    return actions;
}

}  // namespace epochscope::app
