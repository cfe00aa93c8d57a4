#include "app/actions/pick_actions.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <memory>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PickActions)
};

using Tell = std::function<void(const QString&)>;

void needs_dataset(Session& session, QAction* action) {
    const auto update = [action, &session] { action->setEnabled(session.dataset() != nullptr); };
    QObject::connect(&session, &Session::dataset_changed, action, update);
    update();
}

/// Picks all shown samples but `picks`.
void pick_others(Session& session, const Picks& picks, const Tell& tell) {
    if (!session.dataset()) return;
    const EpochSeries& series = session.dataset()->series;
    const ShownSamples others = inverse(series, session.view(), picks);
    session.pick(std::make_shared<const PickedSamples>(series.sample_count(), others.shown));
    tell(picked_words(session.picked_count(), others.hidden_count));
}

void add_pick_modes(QWidget& window, QMenu& menu, Session& session) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, PickMode mode) {
        QAction* action = add_toggle(window, menu, text);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &session,
                         [&session, mode] { session.set_pick_mode(mode); });
        const auto show = [action, &session, mode] {
            action->setChecked(session.pick_mode() == mode);
        };
        QObject::connect(&session, &Session::pick_mode_changed, action, show);
        show();
    };
    add(Words::tr("&Replace what was picked"), PickMode::replace);
    add(Words::tr("&Add to what was picked"), PickMode::add);
    add(Words::tr("&Subtract from what was picked"), PickMode::subtract);
}

}  // namespace

DragTools add_drag_tools(QWidget& window, QMenu& menu, Session& session) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const QString& told, Qt::Key key, const QString& icon,
                         DragTool tool) {
        QAction* action = add_toggle(window, menu, text, {key}, icon);
        action->setToolTip(told.arg(action->shortcut().toString(QKeySequence::NativeText)));
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &session,
                         [&session, tool] { session.set_drag_tool(tool); });
        const auto show = [action, &session, tool] {
            action->setChecked(session.drag_tool() == tool);
        };
        QObject::connect(&session, &Session::drag_tool_changed, action, show);
        show();
        needs_dataset(session, action);
        return action;
    };
    menu.setToolTipsVisible(true);
    DragTools tools;
    tools.pan = add(Words::tr("Drag to &pan"), Words::tr("Drag to move the picture (%1)"),
                    Qt::Key_H, "pan", DragTool::pan);
    tools.box = add(Words::tr("Drag a &box"),
                    Words::tr("Drag to pick the samples in a box (%1, or Shift while panning); "
                              "Ctrl adds, Shift subtracts"),
                    Qt::Key_X, "box", DragTool::box);
    tools.lasso = add(Words::tr("Draw a &lasso"),
                      Words::tr("Drag to pick the samples in a lasso (%1, or Ctrl while panning); "
                                "Ctrl adds, Shift subtracts"),
                      Qt::Key_S, "lasso", DragTool::lasso);
    return tools;
}

QList<QAction*> add_pick_actions(QWidget& window, QMenu& menu, Session& session,
                                 const std::function<Canvas&()>& active, const Tell& tell) {
    QAction* box =
        add_action(window, menu, Words::tr("Draw a box by &keys"), {QKeySequence("Shift+X")});
    QObject::connect(box, &QAction::triggered, &window, [active] { active().draw_box_by_keys(); });
    QAction* lasso =
        add_action(window, menu, Words::tr("Draw a lasso b&y keys"), {QKeySequence("Shift+S")});
    QObject::connect(lasso, &QAction::triggered, &window,
                     [active] { active().draw_lasso_by_keys(); });
    add_pick_modes(window, *menu.addMenu(Words::tr("How picks co&mbine")), session);
    QAction* all =
        add_action(window, menu, Words::tr("Pick &all shown samples"), {QKeySequence("Ctrl+A")});
    QObject::connect(all, &QAction::triggered, &session,
                     [&session, tell] { pick_others(session, nullptr, tell); });
    QAction* others =
        add_action(window, menu, Words::tr("&Invert the picks"), {QKeySequence("Ctrl+I")});
    QObject::connect(others, &QAction::triggered, &session,
                     [&session, tell] { pick_others(session, session.picked(), tell); });
    for (QAction* action : {box, lasso, all, others}) needs_dataset(session, action);
    return {all, others};
}

}  // namespace epochscope::app
