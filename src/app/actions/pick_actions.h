#pragma once

#include <QList>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class Canvas;
class Session;

/// Actions for the drag tool.
struct DragTools {
    QAction* pan = nullptr;
    QAction* box = nullptr;
    QAction* lasso = nullptr;
};

/// A menu of them, with a box and a lasso by keys on the canvas that `active` returns.
DragTools add_drag_tools(QWidget& window, QMenu& menu, Session& session,
                         const std::function<Canvas&()>& active);

/// Actions that change the picks: all, the others, and how picks combine. `tell` gets messages for
/// the status line. Returns those that change the picks at once.
QList<QAction*> add_pick_actions(QWidget& window, QMenu& menu, Session& session,
                                 const std::function<void(const QString&)>& tell);

}  // namespace epochscope::app
