#include "app/compare/compare_actions.h"

#include "app/compare/comparison.h"
#include "app/open/opener.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <functional>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::CompareActions)
};

/// Keeps an entry up to date with what is compared.
void follow(Session& session, Comparison& comparison, QAction* action,
            const std::function<void(QAction&)>& show) {
    const auto update = [action, show] { show(*action); };
    QObject::connect(&session, &Session::dataset_changed, action, update);
    QObject::connect(&comparison, &Comparison::changed, action, update);
    update();
}

void explain(QAction& action, const QString& words) {
    action.setToolTip(
        QStringLiteral("%1 (%2)").arg(words, action.shortcut().toString(QKeySequence::NativeText)));
}

void add_pairing(QWidget& window, QMenu& menu, Session& session, Comparison& comparison,
                 QActionGroup& group, const QString& text, EpochPairing pairing) {
    QAction* action = add_toggle(window, menu, text);
    action->setActionGroup(&group);
    QObject::connect(action, &QAction::triggered, &comparison,
                     [&comparison, pairing] { comparison.set_epochs_by(pairing); });
    follow(session, comparison, action, [&comparison, pairing](QAction& a) {
        const auto& match = comparison.match();
        a.setEnabled(match && !comparison.is_pinned() &&
                     (pairing == EpochPairing::share || match->shares_numbers));
        a.setChecked(match && match->pairs.epochs_by == pairing);
    });
}

}  // namespace

void add_compare_with(QWidget& window, QMenu& files, Session& session, Opener& opener) {
    QAction* action =
        add_action(window, files, Words::tr("&Compare with…"), {QKeySequence("Ctrl+Shift+C")});
    QObject::connect(action, &QAction::triggered, &opener, &Opener::ask_for_second);
    const auto update = [action, &session] { action->setEnabled(session.dataset() != nullptr); };
    QObject::connect(&session, &Session::dataset_changed, action, update);
    update();
}

QList<QAction*> add_compare_actions(QWidget& window, QMenu& menu, Session& session,
                                    Comparison& comparison) {
    menu.setToolTipsVisible(true);
    QAction* pin =
        add_toggle(window, menu, Words::tr("&Pin this epoch"), {QKeySequence("Shift+E")}, "pin");
    explain(*pin, Words::tr("The second picture stays at this epoch while the first one plays"));
    QObject::connect(pin, &QAction::triggered, &comparison, &Comparison::set_pinned);
    follow(session, comparison, pin, [&session, &comparison](QAction& action) {
        action.setEnabled(session.dataset() != nullptr);
        action.setChecked(comparison.is_pinned());
    });
    menu.addSeparator();
    QAction* differ =
        add_action(window, menu, Words::tr("Find what &differs"), {Qt::Key_D}, "differences");
    explain(*differ, Words::tr("Compare neighbours, predictions and confidence, and list the "
                               "samples that changed most"));
    QObject::connect(differ, &QAction::triggered, &comparison, &Comparison::find_differences);
    follow(session, comparison, differ, [&comparison](QAction& action) {
        action.setEnabled(comparison.match() && !comparison.is_finding());
    });
    QAction* lay =
        add_toggle(window, menu, Words::tr("&Lay onto the first"), {Qt::Key_U}, "lay_onto");
    explain(*lay, Words::tr("Rotate, reflect, scale and shift the second picture so that its "
                            "samples come nearest to the first, without its background"));
    QObject::connect(lay, &QAction::triggered, &comparison, &Comparison::set_laid);
    follow(session, comparison, lay, [&comparison](QAction& action) {
        action.setEnabled(comparison.match() && !comparison.is_with_itself());
        action.setChecked(comparison.second() && comparison.is_laid());
    });
    QAction* couple =
        add_toggle(window, menu, Words::tr("Couple the ca&meras"), {Qt::Key_Y}, "couple");
    explain(*couple, Words::tr("Both pictures move and zoom together"));
    QObject::connect(couple, &QAction::triggered, &comparison, &Comparison::set_cameras_coupled);
    QAction* join = add_toggle(
        window, menu, Words::tr("Lines between the places of the &selection"), {Qt::Key_J});
    QObject::connect(join, &QAction::triggered, &comparison, &Comparison::set_joined);
    for (QAction* action : {couple, join})
        follow(session, comparison, action, [&comparison, action, couple](QAction& a) {
            a.setEnabled(comparison.second() != nullptr);
            a.setChecked(comparison.second() && (action == couple ? comparison.are_cameras_coupled()
                                                                  : comparison.is_joined()));
        });
    menu.addSeparator();
    auto* pairings = new QActionGroup(&menu);
    add_pairing(window, menu, session, comparison, *pairings, Words::tr("Epochs by their &numbers"),
                EpochPairing::number);
    add_pairing(window, menu, session, comparison, *pairings,
                Words::tr("Epochs by their share of the &run"), EpochPairing::share);
    menu.addSeparator();
    QAction* end =
        add_action(window, menu, Words::tr("&End the comparison"), {QKeySequence("Shift+D")});
    QObject::connect(end, &QAction::triggered, &comparison, &Comparison::end);
    follow(session, comparison, end,
           [&comparison](QAction& a) { a.setEnabled(comparison.second() != nullptr); });
    return {differ, lay, couple, pin};
}

}  // namespace epochscope::app
