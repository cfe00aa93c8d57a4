#pragma once

#include <QList>

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class Comparison;
class Opener;
class Session;

/// Adds "Compare with" to the menu of files.
void add_compare_with(QWidget& window, QMenu& files, Session& session, Opener& opener);
/// Fills a menu of the comparison. Returns what the bar over the second canvas has too: what
/// differs, laying, coupling, pinning.
QList<QAction*> add_compare_actions(QWidget& window, QMenu& menu, Session& session,
                                    Comparison& comparison);

}  // namespace epochscope::app
