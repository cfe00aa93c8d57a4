#pragma once

#include <QList>

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class Comparison;
class Opener;
class Session;

/// What the bar over the second canvas has too: what differs, laying, coupling, pinning; and its
/// menu of how epochs belong together, of lines and of ending.
struct CompareActions {
    QList<QAction*> buttons;
    QAction* end = nullptr;
};

/// Adds "Compare with" to the menu of files.
void add_compare_with(QWidget& window, QMenu& files, Session& session, Opener& opener);
/// Fills a menu of the comparison.
CompareActions add_compare_actions(QWidget& window, QMenu& menu, Session& session,
                                   Comparison& comparison);

}  // namespace epochscope::app
