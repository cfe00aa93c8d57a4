#include "app/actions/pick_actions.h"

#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PickActions)
};

}  // namespace

void add_drag_tools(QWidget& window, QMenu& menu, Session& session) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const QString& told, Qt::Key key, DragTool tool) {
        QAction* action = add_toggle(window, menu, text, {key});
        action->setToolTip(told.arg(action->shortcut().toString(QKeySequence::NativeText)));
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &session,
                         [&session, tool] { session.set_drag_tool(tool); });
        const auto show = [action, &session, tool] {
            action->setChecked(session.drag_tool() == tool);
        };
        QObject::connect(&session, &Session::drag_tool_changed, action, show);
        show();
    };
    menu.setToolTipsVisible(true);
    add(Words::tr("Drag to &pan"), Words::tr("Drag to move the picture (%1)"), Qt::Key_H,
        DragTool::pan);
    add(Words::tr("Drag a &box"),
        Words::tr("Drag to pick the samples in a box; Ctrl adds to the picks (%1, or hold Shift at "
                  "any time)"),
        Qt::Key_X, DragTool::box);
    add(Words::tr("Draw a &lasso"),
        Words::tr("Drag to pick the samples in a lasso; Ctrl adds to the picks (%1, or hold Alt at "
                  "any time)"),
        Qt::Key_S, DragTool::lasso);
}

}  // namespace epochscope::app
