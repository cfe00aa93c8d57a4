#include "app/prototypes/prototype_actions.h"

#include "app/prototypes/prototype_words.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <functional>

namespace epochscope::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PrototypeActions)
};

const Prototypes* prototypes_of(const Session& session) {
    return session.dataset() ? session.dataset()->prototypes.get() : nullptr;
}

void fill_levels(QMenu& menu, Session& session) {
    menu.clear();
    const Prototypes* prototypes = prototypes_of(session);
    menu.setEnabled(prototypes != nullptr);
    if (prototypes == nullptr) return;
    auto* group = new QActionGroup(&menu);
    for (std::size_t i = 0; i < prototypes->levels.size(); ++i) {
        QAction* action = menu.addAction(level_name(prototypes->levels[i]));
        action->setCheckable(true);
        action->setChecked(session.view().prototypes.level == i);
        action->setActionGroup(group);
        QObject::connect(action, &QAction::triggered, &session, [&session, i] {
            PrototypeView view = session.view().prototypes;
            view.level = i;
            session.set_prototype_view(view);
        });
    }
}

}  // namespace

void add_prototype_actions(QWidget& window, QMenu& menu, Session& session) {
    QAction* stars =
        add_toggle(window, menu, Words::tr("&Prototypes as stars"), {QKeySequence("Shift+P")});
    QObject::connect(stars, &QAction::toggled, &session, [&session](bool on) {
        PrototypeView view = session.view().prototypes;
        view.shown = on;
        session.set_prototype_view(view);
    });
    QMenu* levels = menu.addMenu(Words::tr("How &many prototypes"));
    const auto follow = [&session, stars, levels] {
        stars->setChecked(session.view().prototypes.shown);
        stars->setEnabled(prototypes_of(session) != nullptr);
        levels->setEnabled(prototypes_of(session) != nullptr);
    };
    QObject::connect(&session, &Session::dataset_changed, stars, follow);
    QObject::connect(&session, &Session::epochs_changed, stars, follow);
    QObject::connect(&session, &Session::findings_changed, stars, follow);
    QObject::connect(&session, &Session::style_changed, stars, follow);
    QObject::connect(levels, &QMenu::aboutToShow, levels,
                     [&session, levels] { fill_levels(*levels, session); });
    follow();
}

}  // namespace epochscope::app
